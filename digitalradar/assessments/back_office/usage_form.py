"""Which check and which months „Nutzung der Checks“ shows."""

from datetime import date

from django import forms
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from ..models import UsageCount
from ..queries.catalogues import active_questionnaires
from ..usage import Period
from ..usage.periods import add_months

MAIN = "digital-check"
MONTHS_AT_FIRST = 12


class UsageForm(forms.Form):
    """Sent by GET so that what is shown has an address; what is missing is filled with the last twelve months."""

    check = forms.ChoiceField(label=gettext_lazy("Check"))
    von = forms.ChoiceField(label=gettext_lazy("Von"))
    bis = forms.ChoiceField(label=gettext_lazy("Bis"))

    def __init__(self, data: object, *, first: date, last: date) -> None:
        titles = {id: texts.title for id, texts in active_questionnaires(get_language() or "de").items()}
        gone = UsageCount.objects.exclude(catalogue__in=list(titles)).values_list("catalogue", flat=True).distinct()
        choices = [*titles.items(), *((id, id) for id in gone.order_by("catalogue"))]
        checks = dict(sorted(choices, key=lambda choice: (choice[0] != MAIN, choice[1])))
        since = max(first, add_months(last, 1 - MONTHS_AT_FIRST))
        default = {"check": next(iter(checks), ""), "von": f"{since:%Y-%m}", "bis": f"{last:%Y-%m}"}
        super().__init__({name: data.get(name) or value for name, value in default.items()})
        months = [(f"{month:%Y-%m}", date_format(month, "F Y")) for month in reversed(Period(first, last).months)]
        self.fields["check"].choices = checks.items()
        self.fields["von"].choices = self.fields["bis"].choices = months

    def clean(self) -> dict[str, str]:
        data = super().clean()
        if data.get("von", "") > data.get("bis", "9999"):
            self.add_error("bis", _("Dieser Monat liegt vor dem ersten. Bitte wählen Sie einen späteren."))
        return data

    @property
    def check_title(self) -> str:
        return dict(self.fields["check"].choices)[self.cleaned_data["check"]]

    @property
    def period(self) -> Period:
        first, last = (date.fromisoformat(f"{self.cleaned_data[name]}-01") for name in ("von", "bis"))
        return Period(first, last)
