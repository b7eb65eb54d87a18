"""What is stored here, for the overview „Aufbewahrung“ of the back office."""

from django.conf import settings
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy, ngettext

from digitalradar.core import retention
from digitalradar.core.built_documents import KEPT_UNUSED
from digitalradar.core.retention import Figures, Kind

from .models import PageDocument, Selection


def register() -> None:
    """Tell the overview about every kind; called once at start."""
    for kind in KINDS:
        retention.register(kind)


def _documents_clock() -> str:
    return ngettext(
        "%(count)s Tag nach dem letzten Abruf", "%(count)s Tage nach dem letzten Abruf", KEPT_UNUSED.days
    ) % {"count": KEPT_UNUSED.days}


def _documents() -> Figures:
    used_at = Coalesce("fetched_at", "built_at", "requested_at")
    rows = PageDocument.objects.filter(content__isnull=False).annotate(used_at=used_at)
    return retention.count(rows, since="built_at", until="used_at", window=KEPT_UNUSED)


def _selections_clock() -> str:
    months = settings.SELECTION_MONTHS
    return ngettext(
        "%(count)s Monat nach dem letzten Besuch, auf Wunsch sofort",
        "%(count)s Monate nach dem letzten Besuch, auf Wunsch sofort",
        months,
    ) % {"count": months}


KINDS = (
    Kind(
        name=gettext_lazy("Gemerkte Leitfäden („Meine Auswahl“)"),
        purpose=gettext_lazy("Ohne Konto wiederfinden, was zum Betrieb passt"),
        clock=_selections_clock,
        remains=gettext_lazy("nichts"),
        figures=lambda: retention.count(Selection.objects.all(), since="created_at", until="expires_at"),
        order=21,
    ),
    Kind(
        name=gettext_lazy("Leitfäden als PDF"),
        purpose=gettext_lazy("Schnell noch einmal herunterladen; lassen sich jederzeit neu erzeugen"),
        clock=_documents_clock,
        remains=gettext_lazy("nichts"),
        figures=_documents,
        order=22,
    ),
)
