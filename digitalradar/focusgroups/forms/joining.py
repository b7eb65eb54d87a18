"""Ask to join a group, or for one's link."""

from django import forms
from django.utils.translation import gettext_lazy as _

from digitalradar.events.forms.sign_up import too_long
from digitalradar.events.forms.trap import TRAP, TrappedForm

NAME_LENGTH, ORGANISATION_LENGTH, MESSAGE_LENGTH, EMAIL_LENGTH = 120, 160, 600, 254
EMAIL_ERRORS = {
    "required": _("Bitte schreiben Sie Ihre E-Mail-Adresse."),
    "invalid": _("Das ist keine vollständige E-Mail-Adresse. Sie sieht zum Beispiel so aus: name@betrieb.de"),
} | too_long(EMAIL_LENGTH)


class LinkForm(TrappedForm):
    """Members who have lost their link type their address."""

    email = forms.EmailField(
        label=_("Ihre E-Mail-Adresse"),
        max_length=EMAIL_LENGTH,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
        error_messages=EMAIL_ERRORS,
    )

    field_order = ["email", TRAP, "since"]

    def shown_fields(self) -> list[forms.BoundField]:
        """Return the fields that people see, in their order."""
        return [field for field in self.visible_fields() if field.name != TRAP]


class JoinForm(LinkForm):
    """What the moderator has to know of somebody who asks."""

    name = forms.CharField(
        label=_("Ihr Name"),
        max_length=NAME_LENGTH,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Bitte schreiben Sie Ihren Namen.")} | too_long(NAME_LENGTH),
    )
    organisation = forms.CharField(
        label=_("Betrieb oder Einrichtung"),
        max_length=ORGANISATION_LENGTH,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
        error_messages=too_long(ORGANISATION_LENGTH),
    )
    message = forms.CharField(
        label=_("Was möchten Sie in der Gruppe erreichen?"),
        help_text=_("Ein oder zwei Sätze. Nur die Moderation liest sie."),
        max_length=MESSAGE_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages=too_long(MESSAGE_LENGTH),
    )

    field_order = ["name", "email", "organisation", "message", TRAP, "since"]
