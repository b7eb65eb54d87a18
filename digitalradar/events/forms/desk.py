"""The one form that helpers at the door fill in: somebody who came without having signed up."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import Occurrence, Offer
from ..services.signing_up import SignUp


class WalkInForm(forms.Form):
    """A guest without a sign-up; no address is asked, because nobody at the door can confirm one."""

    offer = forms.ModelChoiceField(label=_("Wofür"), queryset=Offer.objects.none(), empty_label=None)
    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        error_messages={"required": _("Bitte geben Sie den Namen ein.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    organisation = forms.CharField(
        label=_("Betrieb oder Einrichtung"),
        max_length=160,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    party_size = forms.IntegerField(
        label=_("Personen"),
        min_value=1,
        max_value=20,
        initial=1,
        error_messages={
            "required": _("Bitte geben Sie an, wie viele es sind."),
            "min_value": _("Mindestens eine Person."),
            "max_value": _("Höchstens %(limit_value)s Personen."),
        },
    )

    def __init__(self, *args: Any, occurrence: Occurrence, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["offer"].queryset = occurrence.offers.all()
        self.fields["offer"].label_from_instance = lambda offer: offer.title or occurrence.title
        if occurrence.offers.count() == 1:
            self.fields["offer"].widget = forms.HiddenInput()
            self.fields["offer"].initial = occurrence.offers.get()

    def entry(self) -> SignUp:
        """Return what was told, for the service."""
        data = self.cleaned_data
        return SignUp(name=data["name"], email="", organisation=data["organisation"], party_size=data["party_size"])
