"""The profile: all of it optional, nothing that names the firm."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import Assessment
from ..questionnaire import Questionnaire

NO_ANSWER = ("", _("keine Angabe"))
ALONE, FEW = "solo", "2-9"  # both belong to the size class 1-9; who works alone is asked fewer questions
Size = Assessment.Size


class ProfileForm(forms.Form):
    """Sector, number of persons, place and role; ``solo`` for the short check, which asks for the rest at the end."""

    sector = forms.ChoiceField(label=_("Branche"), required=False)
    size = forms.ChoiceField(
        label=_("Wie viele Personen arbeiten im Betrieb?"),
        required=False,
        choices=[
            NO_ANSWER,
            (ALONE, _("nur ich selbst")),
            (FEW, _("2 bis 9 Personen")),
            *[(size.value, size.label) for size in (Size.SMALL, Size.MEDIUM, Size.LARGE)],
        ],
    )
    solo = forms.ChoiceField(
        label=_("Arbeiten Sie allein?"),
        required=False,
        choices=[NO_ANSWER, ("yes", _("ja, ich arbeite allein")), ("no", _("nein, wir sind mehrere"))],
    )
    place = forms.CharField(label=_("Ort oder Kreis"), required=False, max_length=80)
    role = forms.ChoiceField(
        label=_("Aus welcher Sicht antworten Sie?"), required=False, choices=[NO_ANSWER, *Assessment.Role.choices]
    )

    def __init__(self, *args, questionnaire: Questionnaire, **kwargs):
        super().__init__(*args, **kwargs)
        sectors = [(sector["id"], sector["title"]) for sector in questionnaire.sectors]
        self.fields["sector"].choices = [NO_ANSWER, *sectors]
        if not sectors:  # cyber check and index ask every sector the same
            del self.fields["sector"]

    def profile(self) -> dict:
        """Return the fields of a run."""
        told = self.cleaned_data
        size = told["size"] or {"yes": ALONE}.get(told["solo"], "")
        is_solo = {ALONE: True, FEW: False, "": {"no": False}.get(told["solo"])}.get(size)
        return {
            "sector": told.get("sector", ""),
            "size": Size.MICRO if size in (ALONE, FEW) else size,
            "is_solo": is_solo,
            "place": told["place"],
            "role": told["role"],
        }


def initial_profile(run: Assessment) -> dict[str, str]:
    """Return what the form shows for a run."""
    size = run.size
    if size == Size.MICRO:
        size = ALONE if run.is_solo else FEW
    return {"sector": run.sector, "size": size, "place": run.place, "role": run.role}
