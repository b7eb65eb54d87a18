"""What „Nutzung der Checks“ shows: tables from usage figures, by the rules of docs/algorithms/usage-figures.md."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from digitalradar.core.back_office.tables import FigureTable, Row, bars

from ..queries.usage import Usage
from ..queries.usage_entries import BEGUN_AS, FINISHED, MINUTES, STARTED, STOPPED_AT, TOLD
from ..usage import Period, Quarter, break_down, median_minutes, percent
from ..usage.breakdown import FLOOR
from .usage_words import key_names

# Measures in the order of their tables: title, and what the first column holds.
BROKEN_DOWN = {
    STOPPED_AT: (gettext_lazy("Wo Menschen aufhören"), gettext_lazy("Thema")),
    "size": (gettext_lazy("Nach Größe des Betriebs"), gettext_lazy("Größe")),
    "sector": (gettext_lazy("Nach Branche"), gettext_lazy("Branche")),
    "role": (gettext_lazy("Nach Rolle"), gettext_lazy("Rolle")),
    BEGUN_AS: (gettext_lazy("Wie es dazu kam"), gettext_lazy("Anlass")),
}


@dataclass(frozen=True)
class UsagePage:
    """Figures of one check in a period; ``quarters`` are those that may be broken down."""

    started: int
    finished: int
    share: int | None
    minutes: int | None
    tables: list[FigureTable]
    quarters: str

    @property
    def summary(self) -> list[str]:
        """The totals in sentences."""
        runs = ngettext("%(count)s Durchlauf begonnen", "%(count)s Durchläufe begonnen", self.started)
        told = [runs % {"count": self.started}]
        if self.share is not None:
            values = {"finished": self.finished, "share": self.share}
            told.append(_("%(finished)s davon mit Ergebnis, das sind %(share)s %%") % values)
        if self.minutes is not None:
            minutes = ngettext(
                "Bis zum Ergebnis dauert es in der Mitte %(count)s Minute (%(quarters)s)",
                "Bis zum Ergebnis dauert es in der Mitte %(count)s Minuten (%(quarters)s)",
                self.minutes,
            )
            told.append(minutes % {"count": self.minutes, "quarters": self.quarters})
        return told


def usage_page(figures: Usage, catalogue: str, period: Period, today: date) -> UsagePage:
    """Build the page from the figures of the period."""
    quarters = period.closed_quarters(today)
    started, finished = (sum(figures.number(month, name) for month in period.months) for name in (STARTED, FINISHED))
    tables = [_months(figures, period.months)]
    if quarters:
        tables += [_broken_down(figures, catalogue, quarters, measure) for measure in BROKEN_DOWN]
    return UsagePage(
        started, finished, percent(finished, started), _minutes(figures, quarters), tables, quarters_words(quarters)
    )


def quarters_words(quarters: Sequence[Quarter]) -> str:
    """Name the quarters from the first to the last; they always follow each other."""
    names = [
        _("%(number)s. Quartal %(year)s") % {"number": one.number, "year": one.year}
        for one in quarters[:1] + quarters[-1:]
    ]
    if len(quarters) > 1:
        return _("%(first)s bis %(last)s") % {"first": names[0], "last": names[-1]}
    return names[0] if names else ""


def _months(figures: Usage, months: Sequence[date]) -> FigureTable:
    numbers = [(month, figures.number(month, STARTED), figures.number(month, FINISHED)) for month in months]
    lengths = bars([started for _month, started, _finished in numbers])
    rows = [
        Row(date_format(month, "F Y"), [started, finished, _share_words(finished, started)], length)
        for (month, started, finished), length in zip(numbers, lengths, strict=True)
    ]
    head = [_("Begonnen im Monat"), _("Begonnen"), _("Mit Ergebnis"), _("Anteil mit Ergebnis")]
    note = _("Mit Ergebnis: Durchläufe, die in diesem Monat begonnen haben und bis heute ihr Ergebnis angezeigt haben.")
    return FigureTable("monate", _("Nach Monaten"), head, rows, [note])


def _broken_down(figures: Usage, catalogue: str, quarters: Sequence[Quarter], measure: str) -> FigureTable:
    title, column = (str(words) for words in BROKEN_DOWN[measure])
    names = key_names(measure, catalogue)
    found = break_down(_by_quarter(figures, quarters, measure), list(names))
    shown = {key: found.shown.get(key, 0) for key in [*names, *found.shown]}
    rest = _("unter %(floor)s oder ohne Angabe") if measure in TOLD else _("Gruppen unter %(floor)s")
    labels = [*(names.get(key, key) for key in shown), rest % {"floor": FLOOR}]
    cells = [*(_shown_words(n, key in found.shown, key in found.partly) for key, n in shown.items()), found.rest]
    lengths = bars([n or None for n in [*shown.values(), found.rest]])
    rows = [Row(label, [cell], length) for label, cell, length in zip(labels, cells, lengths, strict=True)]
    notes = _notes(measure, quarters, found.total)
    return FigureTable(measure.replace("_", "-"), title, [column, _("Durchläufe")], rows, notes)


def _by_quarter(figures: Usage, quarters: Sequence[Quarter], measure: str) -> list[Counter[str]]:
    return [figures.by_key(measure, quarter.months) for quarter in quarters]


def _shown_words(count: int, is_shown: bool, is_partly: bool) -> int | str:
    if not is_shown or (is_partly and not count):
        return _("nicht ausgewiesen")
    return _("mindestens %(count)s") % {"count": count} if is_partly else count


def _notes(measure: str, quarters: Sequence[Quarter], total: int) -> list[str]:
    runs = ngettext("%(count)s Durchlauf", "%(count)s Durchläufe", total) % {"count": total}
    what = _("Gezählt sind begonnene Durchläufe.")
    if measure == STOPPED_AT:
        what = _("Gezählt sind Durchläufe ohne Ergebnis, beim ersten Thema mit einer offenen Frage.")
    return [f"{quarters_words(quarters)}, {runs}.", what]


def _share_words(finished: int, started: int) -> str:
    share = percent(finished, started)
    return "–" if share is None else _("%(share)s %%") % {"share": share}


def _minutes(figures: Usage, quarters: Sequence[Quarter]) -> int | None:
    """Return the median of the quarters with enough measured times."""
    together: Counter[str] = Counter()
    for counts in _by_quarter(figures, quarters, MINUTES):
        measured = Counter({key: n for key, n in counts.items() if key.isdecimal()})
        if measured.total() >= FLOOR:
            together += measured
    return median_minutes(together)
