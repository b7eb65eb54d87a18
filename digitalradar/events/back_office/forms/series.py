"""A series: its rhythm is chosen in words and kept as a rule."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...models import Series
from ...services.series import days_of
from .times import ClockInput, DayInput, check_day

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WEEKS = (1, 2, 3, 4, 6, 8, 12)
MONTHS = (1, 2, 3, 6)


def rule_of(choice: str, first_day: date) -> str:
    """Return the recurrence rule of a choice such as „weeks:6“ or „months:1“ that begins on a day.

    A day after the 28th of a month counts as the last such weekday of it, which every month has.
    """
    if not choice:
        return ""
    unit, _colon, interval = choice.partition(":")
    weekday = WEEKDAYS[first_day.weekday()]
    if unit == "weeks":
        return f"FREQ=WEEKLY;INTERVAL={interval};BYDAY={weekday}"
    place = (first_day.day - 1) // 7 + 1
    return f"FREQ=MONTHLY;INTERVAL={interval};BYDAY={place if place < 5 else -1}{weekday}"


def choice_of(series: Series) -> str:
    """Return the choice that a stored rule stands for; „other“ for one that somebody wrote."""
    if not (series.rule and series.first_day):
        return ""
    known = (choice for choice, _label in rhythms() if choice)
    return next((choice for choice in known if rule_of(choice, series.first_day) == series.rule), "other")


def rhythms() -> list[tuple[str, Any]]:
    """Return the rhythms that can be chosen."""
    weeks = [(f"weeks:{number}", _every_weeks(number)) for number in WEEKS]
    months = [(f"months:{number}", _every_months(number)) for number in MONTHS]
    return [("", gettext_lazy("ohne Rhythmus")), *weeks, *months]


def _every_weeks(number: int) -> str:
    if number == 1:
        return _("jede Woche am selben Wochentag")
    return _("alle %(number)s Wochen am selben Wochentag") % {"number": number}


def _every_months(number: int) -> str:
    if number == 1:
        return _("jeden Monat, zum Beispiel am zweiten Dienstag")
    return _("alle %(number)s Monate, zum Beispiel am zweiten Dienstag") % {"number": number}


class SeriesForm(forms.ModelForm):
    """What the dates have in common; the first day says which weekday is meant."""

    rhythm_choice = forms.ChoiceField(label=gettext_lazy("Rhythmus"), required=False)

    class Meta:
        model = Series
        fields = ["kind", "title", "slug", "summary", "rhythm", "first_day", "starts_at", "minutes"]
        widgets = {
            "first_day": DayInput,
            "starts_at": ClockInput,
            "summary": forms.Textarea(attrs={"rows": 3}),
        }

    field_order = ["kind", "title", "slug", "summary", "rhythm_choice", "first_day", "starts_at", "minutes", "rhythm"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.pop("for_user", None)
        super().__init__(*args, **kwargs)
        current = choice_of(self.instance)
        own = [("other", _("eigene Regel: %(rule)s") % {"rule": self.instance.rule})] if current == "other" else []
        self.fields["rhythm_choice"].choices = [*rhythms(), *own]
        self.fields["rhythm_choice"].initial = current
        self.fields["kind"].disabled = bool(self.instance.pk)
        self.fields["first_day"].validators.append(check_day)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        choice, first_day = cleaned.get("rhythm_choice"), cleaned.get("first_day")
        for name in ("first_day", "starts_at"):
            if choice and not cleaned.get(name):
                self.add_error(name, _("Ein Rhythmus braucht einen ersten Tag und eine Uhrzeit."))
        if choice == "other" and first_day and first_day not in days_of(self.instance.rule, first_day):
            self.add_error("first_day", _("Dieser Tag passt nicht zur eigenen Regel der Reihe."))
        return cleaned

    def save(self, commit: bool = True) -> Series:
        choice = self.cleaned_data["rhythm_choice"]
        if choice != "other":
            first_day = self.cleaned_data["first_day"]
            self.instance.rule = rule_of(choice, first_day) if first_day else ""
        return super().save(commit)
