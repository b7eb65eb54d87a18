"""What the outbox stores, for the overview „Aufbewahrung“ of the back office."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digitalradar.core import retention
from digitalradar.core.retention import Kind

from .models import Message, Suppression
from .services.tidying import row_lifetime

NOTHING = gettext_lazy("nichts")


def register() -> None:
    """Tell the overview about both kinds; called once at start."""
    for kind in KINDS:
        retention.register(kind)


def _message_clock() -> str:
    return _("Text und Anlagen %(days)s Tage nach dem Senden, der Eintrag %(months)s Monate") % {
        "days": settings.MESSAGE_TEXT_DAYS,
        "months": settings.MESSAGE_MONTHS,
    }


def _suppression_clock() -> str:
    return _("bis die Sperre aufgehoben wird, höchstens %(months)s Monate") % {"months": settings.MESSAGE_MONTHS}


KINDS = (
    Kind(
        name=gettext_lazy("Nachrichten (E-Mail)"),
        purpose=gettext_lazy("Zustellen, bei Fehlern noch einmal versuchen, Rückfragen beantworten"),
        clock=_message_clock,
        remains=NOTHING,
        figures=lambda: retention.count(
            Message.objects.all(), since="created_at", until="finished_at", window=row_lifetime()
        ),
        order=40,
    ),
    Kind(
        name=gettext_lazy("Gesperrte E-Mail-Adressen"),
        purpose=gettext_lazy("Nicht an Adressen schreiben, die es nicht mehr gibt"),
        clock=_suppression_clock,
        remains=NOTHING,
        figures=lambda: retention.count(
            Suppression.objects.all(), since="created_at", until="created_at", window=row_lifetime()
        ),
        order=41,
    ),
)
