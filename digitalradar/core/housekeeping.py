"""What the foundation itself tidies up: sessions that ended, and what deleted rows leave in the database file."""

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django_tasks_db.models import DBTaskResult

from . import due_work, retention
from .jobs.pruning import KEPT, prune_tasks

SECONDS_PER_DAY = 86_400
NOTHING = _("nichts")


def delete_ended_sessions() -> int:
    """Delete sign-ins to the back office whose time is over; return how many."""
    return Session.objects.filter(expire_date__lte=now()).delete()[0]


def empty_write_ahead_log() -> int:
    """Move everything from SQLite's write-ahead log into the database and empty the log; return how much was done.

    Deleted rows are overwritten in the database itself (``secure_delete``), but pages of older days would stay readable
    in the log until later changes happen to cover them. Readers who are at work put it off until the next time.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:  # nothing can be moved while we change something
        return 0
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        is_busy, *_pages = cursor.fetchone()
    return 0 if is_busy else 1


def register() -> None:
    """Register the work and tell what is kept; called once at start."""
    due_work.register("ended sessions deleted", delete_ended_sessions, _("Beendete Anmeldungen löschen"))
    due_work.register("old task rows deleted", prune_tasks, _("Erledigte Aufträge löschen"))
    due_work.register(
        "write-ahead log emptied", empty_write_ahead_log, _("Gelöschtes in der Datenbankdatei überschreiben")
    )
    retention.register(
        retention.Kind(
            name=_("Anmeldungen der Redaktion"),
            purpose=_("In der Verwaltung angemeldet bleiben"),
            clock=lambda: _days(settings.SESSION_COOKIE_AGE // SECONDS_PER_DAY),
            remains=NOTHING,
            figures=lambda: retention.Figures(Session.objects.count()),
            order=60,
        )
    )
    retention.register(
        retention.Kind(
            name=_("Erledigte Aufträge an den Server"),
            purpose=_("Dokumente im Hintergrund erzeugen; ein Auftrag enthält keine Antworten"),
            clock=lambda: _days(KEPT.days),
            remains=NOTHING,
            figures=lambda: retention.Figures(DBTaskResult.objects.count()),
            order=61,
        )
    )


def _days(count: int) -> str:
    return ngettext("%(count)s Tag", "%(count)s Tage", count) % {"count": count}
