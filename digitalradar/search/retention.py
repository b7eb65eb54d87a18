"""What searches leave behind, for the overview „Aufbewahrung“ of the back office."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from digitalradar.core import retention
from digitalradar.core.retention import Figures, Kind

from .models import LeadingSearch, UnansweredSearch
from .services.asked import KEPT_DAYS

MONTHS = round(KEPT_DAYS / 30.4375)


def register() -> None:
    """Tell the overview about counted searches; called once at start."""
    retention.register(
        Kind(
            name=_("Gezählte Suchanfragen, ohne Person"),
            purpose=_("Lücken der Bibliothek erkennen"),
            clock=_clock,
            remains=_("nichts"),
            figures=_figures,
            order=45,
        )
    )


def _clock() -> str:
    return ngettext(
        "%(count)s Monat nach der letzten gleichen Anfrage",
        "%(count)s Monate nach der letzten gleichen Anfrage",
        MONTHS,
    ) % {"count": MONTHS}


def _figures() -> Figures:
    return Figures(UnansweredSearch.objects.count() + LeadingSearch.objects.count())
