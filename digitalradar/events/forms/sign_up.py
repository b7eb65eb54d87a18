"""The one form with which somebody signs up for a date: what it asks follows from format, offers and questions."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from ..models import Occurrence, Offer
from .questions import answers_of, question_fields
from .trap import TrappedForm
from .who import email_field, name_field, organisation_field, too_long

FIELDS_BY_NAME = ("organisation", "companions", "access_needs", "food_needs", "photo_consent", "listing_consent")


def party_field(most: int) -> forms.TypedChoiceField:
    """Return the question for how many people come, from one to ``most``."""
    choices = [
        (number, ngettext("%(count)d Person", "%(count)d Personen", number) % {"count": number})
        for number in range(1, most + 1)
    ]
    invalid = {"invalid_choice": _("Bitte wählen Sie, wie viele Personen kommen.")}
    return forms.TypedChoiceField(
        label=_("Wie viele Personen kommen?"),
        help_text=_("Wir buchen immer alle zusammen oder niemanden."),
        choices=choices,
        coerce=int,
        initial=1,
        error_messages=invalid | {"required": invalid["invalid_choice"]},
    )


class AboutForm(forms.Form):
    """What the host has to know of somebody who comes; formats take the fields that they need."""

    organisation = organisation_field()
    companions = forms.CharField(
        label=_("Wer kommt mit?"),
        help_text=_("Ein Name je Zeile. Wir brauchen sie für Namensschilder und Teilnahmebescheinigungen."),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=too_long(600),
    )
    access_needs = forms.CharField(
        label=_("Was brauchen Sie, um gut teilnehmen zu können?"),
        help_text=_("Zum Beispiel: stufenloser Weg, Gebärdensprache, Platz vorn. Einen Grund brauchen wir nicht."),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=too_long(400),
    )
    food_needs = forms.CharField(
        label=_("Was essen Sie nicht?"), max_length=160, required=False, error_messages=too_long(160)
    )
    photo_consent = forms.BooleanField(
        label=_("Fotos, auf denen ich zu erkennen bin, dürfen veröffentlicht werden."),
        help_text=_("Freiwillig. Sie können es jederzeit zurücknehmen, auch am Tag selbst."),
        required=False,
    )
    listing_consent = forms.BooleanField(
        label=_("Mein Name und mein Betrieb dürfen auf der Liste stehen, die alle Teilnehmenden bekommen."),
        help_text=_("Freiwillig. Ohne Ihr Häkchen sieht Ihren Namen nur, wer den Termin ausrichtet."),
        required=False,
    )

    def leave_out(self, occurrence: Occurrence, most: int) -> None:
        """Take away what the format of the date does not ask; ``most`` is how many may come together."""
        asked = occurrence.format.fields
        for name in FIELDS_BY_NAME:
            if ("party" if name == "companions" else name) not in asked or (name == "companions" and most < 2):
                del self.fields[name]


def subject_of(occurrence: Occurrence) -> str:
    """Return what the time stamp of the form of a date is good for."""
    return str(occurrence.uid)


class SignUpForm(TrappedForm, AboutForm):
    """Everything somebody tells when they sign up. ``told`` returns it as the service takes it."""

    name = name_field()
    email = email_field(
        help_text=_("Dorthin geht ein Link, mit dem Sie die Anmeldung bestätigen, ändern und absagen können.")
    )

    def __init__(
        self, data: Any = None, *, occurrence: Occurrence, offers: Sequence[tuple[Offer, str]], **kwargs: Any
    ) -> None:
        """``offers`` are those that can be booked now, with the words they are shown with."""
        super().__init__(data, subject=subject_of(occurrence), **kwargs)
        self.occurrence, self.offers = occurrence, [offer for offer, _label in offers]
        self.questions = list(occurrence.questions.all())
        most = max((offer.max_party for offer in self.offers), default=1)
        if "party" not in occurrence.format.fields:
            most = 1
        untitled = [offer.pk for offer in self.offers if not offer.title]
        self.whole = untitled if len(untitled) == 1 else []  # the date itself
        if len(offers) > 1:
            single = [(offer.pk, label) for offer, label in offers if offer.pk not in self.whole]
            self.fields["offers"] = _offers_field(single, comes_anyway=bool(self.whole))
        if most > 1:
            self.fields["party_size"] = party_field(most)
        self.leave_out(occurrence, most)
        self.fields |= question_fields(self.questions)
        self._put_in_order()

    def told(self) -> dict[str, Any]:
        """Return what was written, as :class:`services.signing_up.SignUp` takes it, apart from the language."""
        cleaned = self.cleaned_data
        answers = answers_of(self.questions, cleaned)
        plain = {name: cleaned[name] for name in ("name", "email", "party_size", *FIELDS_BY_NAME) if name in cleaned}
        return plain | {"answers": answers}

    def chosen(self) -> list[int]:
        """Return the ids of what was chosen. The date itself comes along; where there is only one thing, that."""
        if "offers" in self.fields:
            return [*self.whole, *(int(pk) for pk in self.cleaned_data["offers"])]
        return [offer.pk for offer in self.offers]

    def _put_in_order(self) -> None:
        """Ask first how many come and for what, then who, then what the host wants to know; consents last."""
        first = ["party_size", "offers", "name", "email", "organisation", "companions", "access_needs", "food_needs"]
        last = ["photo_consent", "listing_consent", "website", "since"]
        between = [name for name in self.fields if name not in {*first, *last}]
        self.order_fields([*first, *between, *last])


def _offers_field(offers: Sequence[tuple[int, str]], *, comes_anyway: bool) -> forms.MultipleChoiceField:
    """Return the question for single offers; who comes to the date anyway may leave it open."""
    needed = _("Bitte wählen Sie aus, was Sie buchen möchten.")
    return forms.MultipleChoiceField(
        label=_("Möchten Sie gleich einen Platz buchen?") if comes_anyway else _("Was möchten Sie buchen?"),
        help_text=_("Sie können das auch später tun, über den Link in Ihrer E-Mail.") if comes_anyway else "",
        required=not comes_anyway,
        choices=offers,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": needed, "invalid_choice": _("Das ist nicht mehr zu haben. Bitte wählen Sie neu.")},
    )
