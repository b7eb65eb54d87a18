"""What the checks store, for the overview „Aufbewahrung“ of the back office."""

from django.conf import settings
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from digitalradar.core import retention
from digitalradar.core.built_documents import KEPT_UNUSED
from digitalradar.core.retention import Figures, Kind

from .models import Assessment, Contribution, Result, ResultDocument, ShareLink, UsageCount
from .services.clocks import lifetime
from .services.finishing import KEPT_REVISIONS

ONLY_NUMBERS = gettext_lazy("Zahlen je Monat, ohne Bezug zu einem Betrieb")
NOTHING = gettext_lazy("nichts")


def register() -> None:
    """Tell the overview about every kind; called once at start."""
    for kind in KINDS:
        retention.register(kind)


def _open_clock() -> str:
    days = settings.OPEN_RUN_DAYS
    return ngettext("%(count)s Tag nach dem letzten Besuch", "%(count)s Tage nach dem letzten Besuch", days) % {
        "count": days
    }


def _empty_clock() -> str:
    days = lifetime(is_finished=False, is_empty=True).days
    return ngettext("%(count)s Tag nach dem letzten Besuch", "%(count)s Tage nach dem letzten Besuch", days) % {
        "count": days
    }


def _finished_clock() -> str:
    months = settings.FINISHED_RUN_MONTHS
    return ngettext(
        "%(count)s Monat nach dem letzten Besuch, auf Wunsch sofort",
        "%(count)s Monate nach dem letzten Besuch, auf Wunsch sofort",
        months,
    ) % {"count": months}


def _documents_clock() -> str:
    return ngettext(
        "%(count)s Tag nach dem letzten Abruf", "%(count)s Tage nach dem letzten Abruf", KEPT_UNUSED.days
    ) % {"count": KEPT_UNUSED.days}


def _runs(*, is_finished: bool, is_empty: bool = False) -> Figures:
    rows = Assessment.objects.filter(finished_at__isnull=not is_finished)
    if not is_finished:
        rows = rows.empty() if is_empty else rows.exclude(pk__in=rows.empty())
    return retention.count(rows, since="created_at", until="expires_at")


def _documents() -> Figures:
    used_at = Coalesce("fetched_at", "built_at", "requested_at")
    rows = ResultDocument.objects.filter(content__isnull=False).annotate(used_at=used_at)
    return retention.count(rows, since="built_at", until="used_at", window=KEPT_UNUSED)


def _contributions() -> Figures:
    return retention.count(
        Contribution.objects.filter(is_example=False), since="run__created_at", until="run__expires_at"
    )


KINDS = (
    Kind(
        name=gettext_lazy("Begonnene Checks ohne eine Antwort"),
        purpose=gettext_lazy("Die erste Frage in Ruhe beantworten können"),
        clock=_empty_clock,
        remains=ONLY_NUMBERS,
        figures=lambda: _runs(is_finished=False, is_empty=True),
        order=9,
    ),
    Kind(
        name=gettext_lazy("Angefangene Checks"),
        purpose=gettext_lazy("Unterbrechen und weitermachen können"),
        clock=_open_clock,
        remains=ONLY_NUMBERS,
        figures=lambda: _runs(is_finished=False),
        order=10,
    ),
    Kind(
        name=gettext_lazy("Abgeschlossene Checks"),
        purpose=gettext_lazy("Ergebnis wieder ansehen, Fortschritt vergleichen"),
        clock=_finished_clock,
        remains=ONLY_NUMBERS,
        figures=lambda: _runs(is_finished=True),
        order=11,
    ),
    Kind(
        name=gettext_lazy("Ergebnisse"),
        purpose=gettext_lazy("Jeder Stand bleibt, wie er berechnet wurde"),
        clock=lambda: _("mit dem Check; von jedem die %(count)s neuesten Stände") % {"count": KEPT_REVISIONS},
        remains=NOTHING,
        figures=lambda: retention.count(Result.objects.all(), since="created_at", until="assessment__expires_at"),
        order=12,
    ),
    Kind(
        name=gettext_lazy("Erzeugte Dokumente (PDF)"),
        purpose=gettext_lazy("Schnell noch einmal herunterladen; lassen sich jederzeit neu erzeugen"),
        clock=_documents_clock,
        remains=NOTHING,
        figures=_documents,
        order=13,
    ),
    Kind(
        name=gettext_lazy("Links zum Ansehen"),
        purpose=gettext_lazy("Anderen das Ergebnis zeigen"),
        clock=lambda: _("mit dem Check oder sobald der Link zurückgezogen wird"),
        remains=NOTHING,
        figures=lambda: retention.count(ShareLink.objects.all(), since="created_at", until="assessment__expires_at"),
        order=14,
    ),
    Kind(
        name=gettext_lazy("Beiträge zum Vergleich"),
        purpose=gettext_lazy("Vergleichswerte der Region, nur mit Einwilligung"),
        clock=lambda: _("mit dem Check oder sobald die Einwilligung zurückgezogen wird"),
        remains=gettext_lazy("Vergleichswerte ab 10 Betrieben, bis zur nächsten Freigabe"),
        figures=_contributions,
        order=15,
    ),
    Kind(
        name=gettext_lazy("Nutzungszahlen"),
        purpose=gettext_lazy("Zeigen, wie das Angebot genutzt wird"),
        clock=lambda: _("unbegrenzt; sie beziehen sich auf keinen Betrieb"),
        remains=NOTHING,
        figures=lambda: Figures(UsageCount.objects.count()),
        order=16,
    ),
)
