"""„War das hilfreich?“"""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models.feedback import COMMENT_LENGTH

YES, NO = "ja", "nein"


class FeedbackForm(forms.Form):
    """Yes or no, and a few words if somebody likes."""

    TOO_OLD = _("Dieses Formular lag zu lange offen. Bitte senden Sie es noch einmal ab.")

    helpful = forms.ChoiceField(
        label=_("Ihre Antwort"),
        choices=[(YES, _("Ja")), (NO, _("Nein"))],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Bitte wählen Sie „Ja“ oder „Nein“."),
            "invalid_choice": _("Bitte wählen Sie „Ja“ oder „Nein“."),
        },
    )
    comment = forms.CharField(
        label=_("Was hat geholfen, was fehlt?"),
        max_length=COMMENT_LENGTH,
        required=False,
        help_text=_("Höchstens 600 Zeichen. Bitte keine Namen, Adressen oder Telefonnummern."),
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "max_length": _("Das sind %(show_value)s Zeichen. Bitte kürzen Sie den Text auf höchstens 600.")
        },
    )
    receipt = forms.CharField(max_length=200, widget=forms.HiddenInput)
