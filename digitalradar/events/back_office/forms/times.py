"""Day and time as hosts think of them: the clock on the wall of the place."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ...models import Occurrence

FIRST_YEAR, YEARS_AHEAD = 2000, 10


def check_day(day: date) -> None:
    """Refuse a day with which no calendar can reckon any more; mostly a slip in the year."""
    if not FIRST_YEAR <= day.year <= now().year + YEARS_AHEAD:
        raise forms.ValidationError(_("Bitte prüfen Sie das Jahr."))


def check_moment(moment: datetime) -> None:
    """Refuse the same of a day with a time."""
    check_day(moment.date())


class DayInput(forms.DateInput):
    """The browser's own calendar."""

    input_type = "date"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%Y-%m-%d", **kwargs)


class ClockInput(forms.TimeInput):
    """The browser's own clock."""

    input_type = "time"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%H:%M", **kwargs)


class MomentInput(forms.DateTimeInput):
    """The browser's own calendar with a clock."""

    input_type = "datetime-local"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M", **kwargs)


class TimesForm(forms.Form):
    """Day, begin and end; an end before the begin lies on the next day. ``times()`` returns both moments."""

    day = forms.DateField(label=gettext_lazy("Datum"), widget=DayInput, validators=[check_day])
    begin = forms.TimeField(label=gettext_lazy("Beginn"), widget=ClockInput)
    end = forms.TimeField(label=gettext_lazy("Ende"), widget=ClockInput)

    zone = ZoneInfo(settings.TIME_ZONE)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if {"day", "begin", "end"} <= cleaned.keys():
            starts_at, ends_at = self.times()
            if starts_at <= now():
                self.add_error("day", _("Dieser Zeitpunkt liegt in der Vergangenheit."))
            if starts_at == ends_at:
                self.add_error("end", _("Das Ende liegt am selben Zeitpunkt wie der Beginn."))
        return cleaned

    def times(self) -> tuple[datetime, datetime]:
        """Return begin and end of a checked form."""
        day, begin, end = (self.cleaned_data[name] for name in ("day", "begin", "end"))
        last = day + timedelta(days=1) if end < begin else day
        return datetime.combine(day, begin, self.zone), datetime.combine(last, end, self.zone)


def times_of(occurrence: Occurrence) -> dict[str, Any]:
    """Return the initial values of the form for a date that exists."""
    begin, end = occurrence.local_start, occurrence.local_end
    return {"day": begin.date(), "begin": begin.time(), "end": end.time()}


def later(begin: time, minutes: int) -> time:
    """Return the time of day so many minutes after another."""
    return (datetime.combine(datetime.min.date(), begin) + timedelta(minutes=minutes)).time()
