"""What people are asked right after a date, and some months later."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import FollowUp

LONGEST_TEXT = 600
RATINGS = [
    (5, _("Ja, sehr")),
    (4, _("Ja")),
    (3, _("Teils, teils")),
    (2, _("Eher nicht")),
    (1, _("Nein")),
]
TOO_LONG = {"max_length": _("Das sind %(show_value)s Zeichen. Bitte kürzen Sie den Text auf höchstens 600.")}
CHOOSE = {
    "required": _("Bitte wählen Sie eine der Antworten."),
    "invalid_choice": _("Bitte wählen Sie eine der Antworten."),
}


def _words(label: str, hint: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages=TOO_LONG,
    )


class FeedbackForm(forms.Form):
    """Whether it was worth it, what helped, what was missing."""

    rating = forms.TypedChoiceField(
        label=_("Hat es sich für Sie gelohnt?"),
        choices=RATINGS,
        coerce=int,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    helped = _words(_("Was nehmen Sie mit?"), _("Bitte keine Namen: Ihre Worte liest, wer den Termin ausrichtet."))
    missing = _words(_("Was hat gefehlt?"))


class FollowUpForm(forms.Form):
    """What became of it."""

    outcome = forms.ChoiceField(
        label=_("Was ist daraus geworden?"),
        choices=FollowUp.Outcome.choices,
        widget=forms.RadioSelect,
        error_messages=CHOOSE,
    )
    text = _words(_("Was genau?"), _("Auch „Es hat nicht gepasst, weil …“ hilft anderen."))
