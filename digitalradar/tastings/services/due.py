"""What falls due with time: tell those who are interested, and forget their addresses."""

from django.utils.translation import gettext_lazy as _

from digitalradar.core import due_work

from .interest import forget_interested, tell_interested


def register() -> None:
    """Let the daily jobs do it."""
    due_work.register("interest told", tell_interested, _("Interessierten sagen, dass sie buchen können"))
    due_work.register(
        "interest forgotten", forget_interested, _("Adressen von Interessierten löschen"), order=due_work.DELETIONS
    )
