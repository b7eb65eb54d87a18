"""What hosts do for the people who come: enter them, write to them, say afterwards who was there."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ...forms.who import EMAIL_LENGTH, check_length_for_mail
from ...models import Occurrence, Offer
from ...models.offer import MAX_PARTY
from ...services.notifying import Audience
from ...services.signing_up import SignUp

AUDIENCES = {
    Audience.COMING: _("alle mit bestätigtem Platz"),
    Audience.WAITING: _("alle auf der Warteliste oder mit angebotenem Platz"),
    Audience.ALL: _("beide"),
}
LONGEST_STAY = 60 * 24


class EntryForm(forms.Form):
    """Somebody who signed up by telephone or letter."""

    offers = forms.ModelMultipleChoiceField(
        label=_("Wofür"), queryset=Offer.objects.none(), widget=forms.CheckboxSelectMultiple
    )
    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(
        label=_("E-Mail-Adresse"),
        required=False,
        max_length=EMAIL_LENGTH,
        validators=[check_length_for_mail],
        help_text=_("Ohne Adresse bekommt die Person keine Nachricht und keinen Link."),
    )
    organisation = forms.CharField(label=_("Betrieb oder Einrichtung"), max_length=160, required=False)
    party_size = forms.IntegerField(label=_("Personen"), min_value=1, max_value=MAX_PARTY, initial=1)
    access_needs = forms.CharField(
        label=_("Was vor Ort gebraucht wird"), max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    food_needs = forms.CharField(label=_("Essen"), max_length=160, required=False)
    reserved = forms.BooleanField(label=_("aus den zurückgehaltenen Plätzen"), required=False)
    is_agreed = forms.BooleanField(
        label=_("Die Person weiß, dass ich sie eintrage und dass ihre Daten dafür gespeichert werden.")
    )

    def __init__(self, *args: Any, occurrence: Occurrence, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offers = occurrence.offers.all()
        self.fields["offers"].queryset = offers
        self.fields["offers"].initial = list(offers[:1]) if len(offers) == 1 else []
        self.fields["offers"].label_from_instance = lambda offer: offer.title or occurrence.title
        if not any(offer.reserved for offer in offers):
            del self.fields["reserved"]

    def entry(self) -> SignUp:
        """Return what was told, for the service."""
        names = ("name", "email", "organisation", "party_size", "access_needs", "food_needs")
        return SignUp(**{name: self.cleaned_data[name] for name in names})


class MessageForm(forms.Form):
    """A message to participants."""

    audience = forms.ChoiceField(
        label=_("An wen"), choices=list(AUDIENCES.items()), widget=forms.RadioSelect, initial="coming"
    )
    subject = forms.CharField(label=_("Betreff"), max_length=120)
    text = forms.CharField(
        label=_("Text"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Anrede, Termin und der Link zur Anmeldung stehen von selbst dabei."),
    )


class ReasonForm(forms.Form):
    """Why a date does not take place; guests read it."""

    reason = forms.CharField(
        label=_("Grund"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Steht in der Nachricht an alle und auf der Seite des Termins."),
    )


class CorrectionForm(forms.Form):
    """Who really came."""

    persons = forms.IntegerField(
        label=_("Personen, die da waren"), min_value=0, max_value=MAX_PARTY, help_text=_("0: niemand")
    )
    minutes = forms.IntegerField(label=_("Minuten"), min_value=0, max_value=LONGEST_STAY)
    reason = forms.CharField(label=_("Grund der Berichtigung"), max_length=200)
