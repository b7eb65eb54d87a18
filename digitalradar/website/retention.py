"""What readers leave behind, for the overview „Aufbewahrung“ of the back office."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from digitalradar.core import retention
from digitalradar.core.retention import Figures, Kind

from .models import BarrierReport
from .privacy import BARRIER_REPORT_MONTHS
from .services import DAYS_PER_MONTH


def register() -> None:
    """Tell the overview about reported barriers; called once at start."""
    retention.register(
        Kind(
            name=_("Gemeldete Barrieren"),
            purpose=_("Barrieren beheben und antworten"),
            clock=_clock,
            remains=_("nichts"),
            figures=_figures,
            order=40,
        )
    )


def _clock() -> str:
    return ngettext("%(count)s Monat nach der Antwort", "%(count)s Monate nach der Antwort", BARRIER_REPORT_MONTHS) % {
        "count": BARRIER_REPORT_MONTHS
    }


def _figures() -> Figures:
    window = timedelta(days=BARRIER_REPORT_MONTHS * DAYS_PER_MONTH)
    return retention.count(BarrierReport.objects.all(), since="created_at", until="answered_at", window=window)
