"""What is stored here, for the overview „Aufbewahrung“ of the back office."""

from django.utils.translation import gettext_lazy, ngettext

from digitalradar.core import retention
from digitalradar.core.retention import Kind

from .due import ADDRESS_KEPT, with_address
from .models import Plan
from .queries.plans import KEPT


def register() -> None:
    """Tell the overview about every kind; called once at start."""
    for kind in KINDS:
        retention.register(kind)


def _after(days: int) -> str:
    return ngettext("%(count)s Tag nach dem Termin", "%(count)s Tage nach dem Termin", days) % {"count": days}


KINDS = (
    Kind(
        name=gettext_lazy("Eigene Programme („Mein Programm“)"),
        purpose=gettext_lazy("Ohne Konto wiederfinden, was man an einem Tag sehen will"),
        clock=lambda: _after(KEPT.days),
        remains=gettext_lazy("nichts"),
        figures=lambda: retention.count(
            Plan.objects.all(), since="created_at", until="occurrence__ends_at", window=KEPT
        ),
        order=39,
    ),
    Kind(
        name=gettext_lazy("Adressen von Personen im Programm"),
        purpose=gettext_lazy("Änderungen am Programm mitteilen"),
        clock=lambda: _after(ADDRESS_KEPT.days),
        remains=gettext_lazy("Name und Text, solange die Person einverstanden ist"),
        figures=lambda: retention.count(
            with_address(), since="occurrence__created_at", until="occurrence__ends_at", window=ADDRESS_KEPT
        ),
        order=39,
    ),
)
