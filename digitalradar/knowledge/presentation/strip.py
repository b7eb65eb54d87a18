"""The strip of facts below the title: for whom, how much work, what it costs, who has checked it."""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from digitalradar.topics.vocabulary import SECTORS

from ..models import CostClass, Ending, KnowledgePage, PracticeReportPage, Ripeness, TechnologyPage
from .dates import month

NAMED_SECTORS = [id_ for id_, _title, _title_en in SECTORS if id_ != "andere"]


@dataclass(frozen=True)
class Fact:
    """One entry; ``stages`` are the first and last stage where squares are drawn beside it."""

    term: str
    text: str
    stages: tuple[int, int] | None = None


def strip(page: KnowledgePage) -> list[Fact]:
    """Return what is known; numbers that nobody filled in are left out."""
    entries = [
        *_own(page),
        Fact(_("Für Betriebe auf"), stage_range(page), (page.stage_from, page.stage_to)),
        Fact(_("Eigener Aufwand"), hours(page)),
        Fact(_("Dauer"), weeks(page)),
        Fact(_("Externe Kosten"), external_costs(page)),
        Fact(_("Betriebsgröße"), size_range(page.sizes)),
        Fact(_("Branchen"), sectors(page)),
        Fact(_("Geprüft"), month(page.reviewed_on)) if page.reviewed_on else _review_missing(page),
    ]
    return [entry for entry in entries if entry.text]


def stage_range(page: KnowledgePage) -> str:
    """Return "Stufe 1 bis 2"."""
    first, last = page.stage_from, page.stage_to
    if first == last:
        return _("Stufe %(first)s") % {"first": first}
    return _("Stufe %(first)s bis %(last)s") % {"first": first, "last": last}


def hours(page: KnowledgePage) -> str:
    """Return "8 bis 30 Stunden", or nothing."""
    number = _span(page.hours_min, page.hours_max)
    return (
        ngettext("%(number)s Stunde", "%(number)s Stunden", page.hours_max or 2) % {"number": number} if number else ""
    )


def weeks(page: KnowledgePage) -> str:
    """Return "2 bis 6 Wochen", or nothing."""
    number = _span(page.weeks_min, page.weeks_max)
    return ngettext("%(number)s Woche", "%(number)s Wochen", page.weeks_max or 2) % {"number": number} if number else ""


def external_costs(page: KnowledgePage) -> str:
    """Return the class of external costs in words, or nothing."""
    return str(CostClass(page.cost_class).label) if page.cost_class else ""


def size_range(sizes: list[str]) -> str:
    """Return "1 bis 249 Beschäftigte" for classes that follow each other; no class means all."""
    if not sizes:
        return _("alle")
    first, last = sizes[0].split("-")[0].rstrip("+"), sizes[-1]
    if last.endswith("+"):
        return _("ab %(first)s Beschäftigten") % {"first": first}
    return _("%(first)s bis %(last)s Beschäftigte") % {"first": first, "last": last.split("-")[1]}


def sector_names(page: KnowledgePage) -> list[str]:
    """Return the names of the sectors a page is meant for; none if it is for all."""
    chosen = {sector.pk: sector for sector in page.sectors.all()}
    return [] if _is_for_all(chosen) else [sector.local_title for sector in chosen.values()]


def sectors(page: KnowledgePage) -> str:
    """Return "alle", the names, or how many of the named sectors a page is for."""
    names = sector_names(page)
    if not names:
        return _("alle")
    if len(names) <= 2:
        return ", ".join(names)
    return _("%(chosen)s von %(all)s") % {"chosen": len(names), "all": len(NAMED_SECTORS)}


def _is_for_all(chosen: dict) -> bool:
    return not chosen or set(NAMED_SECTORS) <= chosen.keys()


def _span(low: int | None, high: int | None) -> str:
    if low is None or high is None or low == high:
        number = high if low is None else low
        return "" if number is None else str(number)
    return _("%(low)s bis %(high)s") % {"low": low, "high": high}


def _own(page: KnowledgePage) -> list[Fact]:
    """Return what only one kind of page tells."""
    if isinstance(page, TechnologyPage):
        return [Fact(_("Reife der Technik"), capfirst(str(Ripeness(page.ripeness).label)))]
    if isinstance(page, PracticeReportPage):
        return [Fact(_("Betrieb"), page.company), Fact(_("Ausgang"), str(Ending(page.ending).label))]
    return []


def _review_missing(page: KnowledgePage) -> Fact:
    """Practice reports tell what happened; nobody reviews that."""
    text = "" if isinstance(page, PracticeReportPage) else _("Fachprüfung ausstehend")
    return Fact(_("Geprüft"), text)
