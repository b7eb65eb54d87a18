"""Texts and pages whose day of publication has come."""

from django.core.management import call_command
from django.utils.timezone import now
from wagtail.models import Revision


def publish_planned() -> int:
    """Publish what staff planned for a day that has come, take down what has ended; return how many were published."""
    due = Revision.objects.filter(approved_go_live_at__lt=now()).count()
    call_command("publish_scheduled", verbosity=0)
    return due
