"""What editors put together a standard page from; tables that state facts of the software are drawn by it."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from digitalradar.region.queries import contact_people, partners
from digitalradar.topics.vocabulary import DIMENSIONS

from .privacy import clocks, cookies

FEATURES = ["h3", "bold", "italic", "ol", "ul", "link", "document-link"]


class DrawnBlock(blocks.StaticBlock):
    """A part without fields: it shows what ``facts`` returns under the name ``items``."""

    def __init__(self, facts, **kwargs):
        super().__init__(**kwargs)
        self.facts = facts

    def get_context(self, value, parent_context=None):
        return super().get_context(value, parent_context) | {"items": self.facts()}

    def deconstruct(self):
        # Migrations see a block without fields: what is drawn changes with the software, not with the database.
        return ("wagtail.blocks.StaticBlock", [], {})


class StandardBody(blocks.StreamBlock):
    """The parts of a standard page."""

    heading = blocks.CharBlock(
        label=_("Überschrift"), max_length=120, icon="title", template="website/blocks/heading.html"
    )
    text = blocks.RichTextBlock(label=_("Text"), features=FEATURES, icon="pilcrow", template="website/blocks/text.html")
    cookies = DrawnBlock(
        cookies,
        label=_("Tabelle der Cookies"),
        admin_text=_("Zeigt alle Cookies, die diese Software setzt."),
        icon="table",
        template="website/blocks/cookies.html",
    )
    clocks = DrawnBlock(
        clocks,
        label=_("Tabelle der Aufbewahrung"),
        admin_text=_("Zeigt, was wie lange gespeichert wird; die Zahlen kommen aus den Einstellungen."),
        icon="table",
        template="website/blocks/clocks.html",
    )
    report_link = blocks.StaticBlock(
        label=_("Verweis „Barriere melden“"), icon="link", template="website/blocks/report_link.html"
    )
    people = DrawnBlock(
        contact_people,
        label=_("Ansprechpersonen"),
        admin_text=_("Zeigt alle Ansprechpersonen der Region."),
        icon="user",
        template="website/blocks/people.html",
    )
    partners = DrawnBlock(
        partners,
        label=_("Partner"),
        admin_text=_("Zeigt alle Partner der Region."),
        icon="group",
        template="website/blocks/partners.html",
    )


# Fixed, because choices that are looked up would be looked up anew for every problem that is shown.
THEMES = [(id, title) for id, title, _title_en in DIMENSIONS]


class AdviceBlock(blocks.StructBlock):
    """A guide that helps with a problem, and why."""

    guide = blocks.RegexBlock(
        regex=r"^[a-z0-9-]{1,80}$",
        label=_("Leitfaden"),
        help_text=_("Kennung des Leitfadens; sie steht bei ihm unter „Pflege“."),
    )
    reason = blocks.CharBlock(label=_("Warum dieser?"), max_length=160)

    class Meta:
        label = _("Leitfaden")


class ProblemBlock(blocks.StructBlock):
    """Something that goes wrong in everyday work, and three ways out of it."""

    area = blocks.ChoiceBlock(choices=THEMES, label=_("Thema"))
    name = blocks.RegexBlock(
        regex=r"^[a-z0-9-]{1,60}$",
        label=_("Kurzname in der Adresse"),
        help_text=_("Kleinbuchstaben, Ziffern und Bindestriche; in beiden Sprachen gleich."),
    )
    sentence = blocks.CharBlock(label=_("Satz aus dem Alltag"), max_length=120, help_text=_("Ohne Anführungszeichen."))
    guides = blocks.ListBlock(AdviceBlock(), label=_("Leitfäden"), min_num=1, max_num=3)
    question = blocks.CharBlock(
        label=_("Frage aus dem Digital-Check"), max_length=80, required=False, help_text=_("Kennung der Frage.")
    )

    class Meta:
        label = _("Problem")


class ProblemStream(blocks.StreamBlock):
    """The problems in the order in which each theme shows them."""

    problem = ProblemBlock()
