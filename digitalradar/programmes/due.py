"""What falls due: plans whose time is over, and the addresses of people who spoke."""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from digitalradar.core import due_work

from .models import Speaker
from .services.plans import delete_expired

ADDRESS_KEPT = timedelta(days=90)
"""How long after a date its speakers can still be written to: for thanks, material and questions."""


def register() -> None:
    """Tell the daily work about it; called once at start."""
    due_work.register("own programmes deleted", delete_expired, _("Eigene Programme löschen"), order=due_work.DELETIONS)
    due_work.register(
        "speakers' addresses deleted",
        forget_addresses,
        _("Adressen von Personen im Programm löschen"),
        order=due_work.DELETIONS,
    )


def with_address() -> QuerySet[Speaker]:
    """Return the speakers whose address is known."""
    return Speaker.objects.exclude(email="")


def forget_addresses() -> int:
    """Empty the addresses of speakers whose date has long been over; return how many."""
    return with_address().filter(occurrence__ends_at__lte=now() - ADDRESS_KEPT).update(email="")
