"""By what the library can be narrowed, in the words of the page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from digitalradar.topics.models import Dimension, Sector, Term, TopicField

from ..models import CostClass, Size, Stage

Titles = dict[str, str | Promise]


@dataclass(frozen=True)
class Facet:
    """One way to narrow: parameter of the address, facet of the search, and titles of its values in their order."""

    parameter: str
    name: str
    title: str | Promise
    values: Callable[[], Titles]


EFFORTS = {
    "1": _("unter 8 Stunden"),
    "2": _("8 bis 23 Stunden"),
    "3": _("24 bis 59 Stunden"),
    "4": _("60 bis 159 Stunden"),
    "5": _("ab 160 Stunden"),
}
KINDS = {"guide": _("Leitfaden"), "report": _("Praxisbericht"), "technology": _("Technologieprofil")}


def _terms(model: type[Term]) -> Callable[[], Titles]:
    return lambda: {term.pk: term.local_title for term in model.objects.order_by("order")}


FACETS = (
    Facet("themenfeld", "topic_field", _("Themenfeld"), _terms(TopicField)),
    Facet("stufe", "stage", _("Reifegrad"), lambda: {str(stage.value): stage.label for stage in Stage}),
    Facet("branche", "sector", _("Branche"), _terms(Sector)),
    Facet("groesse", "size", _("Betriebsgröße"), lambda: dict(Size.choices)),
    Facet("kosten", "cost_class", _("Externe Kosten"), lambda: dict(CostClass.choices)),
    Facet("aufwand", "effort", _("Eigener Aufwand"), lambda: dict(EFFORTS)),
    Facet("thema", "dimension", _("Thema des Checks"), _terms(Dimension)),
    Facet("art", "format", _("Art"), lambda: dict(KINDS)),
)
# Offered only to whoever has a result: which guides it speaks for (knowledge/fitting.py).
FITTING = Facet(
    "ergebnis", "result", _("Passt zu meinem Ergebnis"), lambda: {"passt": _("Nur was zu meinem Ergebnis passt")}
)
PARAMETERS: Mapping[str, str] = {facet.parameter: facet.name for facet in (*FACETS, FITTING)}


def titles() -> dict[str, Titles]:
    """Return the titles of all values by parameter; three queries."""
    return {facet.parameter: facet.values() for facet in FACETS}
