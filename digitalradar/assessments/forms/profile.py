"""The profile: all of it optional, nothing that names the firm."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ..models import Assessment
from ..questionnaire import Questionnaire

SOLO = {"": None, "yes": True, "no": False}


class ProfileForm(forms.Form):
    """Sector, size, whether someone works alone, place and role."""

    sector = forms.ChoiceField(label=_("Branche"), required=False)
    size = forms.ChoiceField(
        label=_("Wie viele Personen arbeiten im Betrieb?"),
        required=False,
        choices=[("", _("keine Angabe")), *Assessment.Size.choices],
    )
    solo = forms.ChoiceField(
        label=_("Arbeiten Sie allein?"),
        required=False,
        choices=[("", _("keine Angabe")), ("yes", _("ja, ich arbeite allein")), ("no", _("nein, wir sind mehrere"))],
    )
    place = forms.CharField(label=_("Ort oder Kreis"), required=False, max_length=80)
    role = forms.ChoiceField(
        label=_("Aus welcher Sicht antworten Sie?"),
        required=False,
        choices=[("", _("keine Angabe")), *Assessment.Role.choices],
    )

    def __init__(self, *args, questionnaire: Questionnaire, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sector"].choices = [
            ("", _("keine Angabe")),
            *((sector["id"], sector["title"]) for sector in questionnaire.sectors),
        ]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("solo") == "yes" and cleaned.get("size") not in ("", "1-9", None):
            raise ValidationError(
                {"solo": _("Wer allein arbeitet, gehört zur Größe „1 bis 9 Personen“. Bitte eines von beiden ändern.")}
            )
        return cleaned

    def profile(self) -> dict:
        """Return the fields of a run; whoever works alone belongs to the smallest size."""
        told = self.cleaned_data
        is_solo = SOLO[told["solo"]]
        return {
            "sector": told["sector"],
            "size": told["size"] or ("1-9" if is_solo else ""),
            "is_solo": is_solo if told["size"] in ("", "1-9") else None,
            "place": told["place"],
            "role": told["role"],
        }


def initial_profile(run: Assessment) -> dict[str, str]:
    """Return what the form shows for a run."""
    solo = {None: "", True: "yes", False: "no"}[run.is_solo]
    return {"sector": run.sector, "size": run.size, "solo": solo, "place": run.place, "role": run.role}
