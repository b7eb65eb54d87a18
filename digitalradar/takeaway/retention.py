"""What is stored here, for the overview „Aufbewahrung“ of the back office."""

from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy, ngettext

from digitalradar.core import retention
from digitalradar.core.built_documents import KEPT_UNUSED
from digitalradar.core.retention import Figures, Kind

from .models import PageDocument


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


KINDS = (
    Kind(
        name=gettext_lazy("Leitfäden als PDF"),
        purpose=gettext_lazy("Schnell noch einmal herunterladen; lassen sich jederzeit neu erzeugen"),
        clock=_documents_clock,
        remains=gettext_lazy("nichts"),
        figures=_documents,
        order=22,
    ),
)
