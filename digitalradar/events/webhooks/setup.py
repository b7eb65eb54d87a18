"""Let the worker and the daily jobs send messages."""

from django.utils.translation import gettext_lazy as _

from digitalradar.core import due_work, jobs

from . import announcing
from .sending import delete_old, deliver, sweep


def register() -> None:
    """Called once at start."""
    announcing.connect()
    due_work.register("webhooks delivered", deliver, _("Webhooks zustellen"))
    due_work.register(
        "old webhook messages deleted", delete_old, _("Alte Webhook-Nachrichten löschen"), order=due_work.DELETIONS
    )
    jobs.register_sweep("webhooks", sweep)
