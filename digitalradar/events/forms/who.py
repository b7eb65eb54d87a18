"""The questions for who somebody is, asked alike by every form that people without an account fill in."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from digitalradar.mail.addresses import normalise

NAME_LENGTH, ORGANISATION_LENGTH, EMAIL_LENGTH = 120, 160, 254


def too_long(limit: int) -> dict[str, Any]:
    """Return the message for a text above its length."""
    return {"max_length": _("Bitte kürzen Sie die Angabe auf höchstens %(limit_value)s Zeichen.")}


def check_length_for_mail(address: str) -> None:
    """Refuse an address that is too long once its domain is spelt as the DNS has it, without umlauts."""
    if len(address) <= EMAIL_LENGTH < len(normalise(address)):
        raise ValidationError(too_long(EMAIL_LENGTH)["max_length"], params={"limit_value": EMAIL_LENGTH})


def name_field() -> forms.CharField:
    """Return the question for a person's name."""
    return forms.CharField(
        label=_("Ihr Name"),
        max_length=NAME_LENGTH,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Bitte schreiben Sie Ihren Namen.")} | too_long(NAME_LENGTH),
    )


def email_field(*, help_text: Any = "", required: bool = True) -> forms.EmailField:
    """Return the question for an address to write to."""
    return forms.EmailField(
        label=_("Ihre E-Mail-Adresse"),
        help_text=help_text,
        required=required,
        max_length=EMAIL_LENGTH,
        validators=[check_length_for_mail],
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            "required": _("Bitte schreiben Sie Ihre E-Mail-Adresse."),
            "invalid": _("Das ist keine vollständige E-Mail-Adresse. Sie sieht zum Beispiel so aus: name@betrieb.de"),
        }
        | too_long(EMAIL_LENGTH),
    )


def organisation_field() -> forms.CharField:
    """Return the question for a company, which may stay open."""
    return forms.CharField(
        label=_("Betrieb oder Einrichtung"),
        max_length=ORGANISATION_LENGTH,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
        error_messages=too_long(ORGANISATION_LENGTH),
    )
