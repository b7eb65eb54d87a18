"""The shapes of a guide's lists: each list holds one kind of entry, so that all guides are built alike."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    DateBlock,
    ListBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    TextBlock,
    URLBlock,
)

# What running text may hold; the files of the library know nothing else (docs/reference/content-format.md).
PROSE = ["bold", "ol", "ul", "link"]


class SentenceStream(StreamBlock):
    """A list of single sentences."""

    sentence = CharBlock(label=_("Satz"), max_length=300)


class StepBlock(StructBlock):
    """One step of the procedure with who does it, what helps, and what to tick off."""

    title = CharBlock(label=_("Schritt"), max_length=120)
    who = CharBlock(
        label=_("Wer und wie lange"), max_length=120, help_text=_("Zum Beispiel: Leitung und Bereiche, 2 Stunden")
    )
    text = RichTextBlock(label=_("Erklärung"), features=PROSE)
    checklist = ListBlock(CharBlock(label=_("Punkt"), max_length=250), label=_("Checkliste"), min_num=1, max_num=8)

    class Meta:
        label = _("Schritt")


class StepStream(StreamBlock):
    """The steps in their order."""

    step = StepBlock()


class BalanceBlock(StructBlock):
    """A chance, a risk of the same size, and what helps against it."""

    chance = TextBlock(label=_("Chance"), rows=2, max_length=300)
    risk = TextBlock(label=_("Risiko"), rows=2, max_length=300)
    remedy = TextBlock(label=_("Was dagegen hilft"), rows=2, max_length=300)

    class Meta:
        label = _("Chance und Risiko")


class BalanceStream(StreamBlock):
    """Chances and risks side by side."""

    row = BalanceBlock()


class DeadlineBlock(StructBlock):
    """A dated deadline that concerns many firms; the home page shows the nearest ones."""

    date = DateBlock(label=_("Datum"))
    text = CharBlock(label=_("Was gilt ab oder bis dahin?"), max_length=200)
    fact = CharBlock(label=_("Fakt"), max_length=20, help_text=_("Kennung aus der Faktenbasis, zum Beispiel F-PRO-02"))

    class Meta:
        label = _("Frist")


class DeadlineStream(StreamBlock):
    """The deadlines of a guide."""

    deadline = DeadlineBlock()


class SourceBlock(StructBlock):
    """A source beyond those that the facts bring along."""

    title = CharBlock(label=_("Titel"), max_length=200)
    url = URLBlock(label=_("Adresse"))
    as_of = CharBlock(label=_("Stand"), max_length=60, required=False)

    class Meta:
        label = _("Quelle")


class SourceStream(StreamBlock):
    """The sources of a page."""

    source = SourceBlock()
