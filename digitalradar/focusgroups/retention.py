"""What is stored here, for the overview „Aufbewahrung“ of the back office."""

from django.conf import settings
from django.utils.translation import gettext_lazy, ngettext

from digitalradar.core import retention
from digitalradar.core.retention import Kind

from .models import Contribution, Membership
from .services import due


def register() -> None:
    """Tell the overview about every kind; called once at start."""
    for kind in KINDS:
        retention.register(kind)


def _requests_clock() -> str:
    hours = settings.FOCUSGROUP_REQUEST_HOURS
    return ngettext(
        "%(count)s Stunde nach der Anfrage, wenn niemand sie bestätigt",
        "%(count)s Stunden nach der Anfrage, wenn niemand sie bestätigt",
        hours,
    ) % {"count": hours}


def _members_clock() -> str:
    months = settings.FOCUSGROUP_LEFT_MONTHS
    return ngettext(
        "%(count)s Monat nach dem Austritt, auf Wunsch sofort",
        "%(count)s Monate nach dem Austritt, auf Wunsch sofort",
        months,
    ) % {"count": months}


def _session_texts_clock() -> str:
    days = settings.FOCUSGROUP_SESSION_TEXT_DAYS
    return ngettext(
        "%(count)s Tag nach der Sitzung, auf Wunsch sofort", "%(count)s Tage nach der Sitzung, auf Wunsch sofort", days
    ) % {"count": days}


NOTHING = gettext_lazy("nichts")
KINDS = (
    Kind(
        name=gettext_lazy("Unbestätigte Anfragen an Fokusgruppen"),
        purpose=gettext_lazy("Prüfen, ob die E-Mail-Adresse der anfragenden Person gehört"),
        clock=_requests_clock,
        remains=NOTHING,
        figures=lambda: retention.count(
            due.unconfirmed_requests(), since="created_at", until="created_at", window=due.requests_until()
        ),
        order=34,
    ),
    Kind(
        name=gettext_lazy("Mitglieder von Fokusgruppen"),
        purpose=gettext_lazy("Zu Sitzungen einladen, Plätze führen, Beiträge der richtigen Gruppe zeigen"),
        clock=_members_clock,
        remains=gettext_lazy("Beiträge ohne Namen"),
        figures=lambda: retention.count(Membership.objects.exclude(state=Membership.State.LEFT), since="created_at"),
        order=35,
    ),
    Kind(
        name=gettext_lazy("Ausgetretene Mitglieder von Fokusgruppen"),
        purpose=gettext_lazy("Eigene Beiträge noch lesen, herunterladen und zurückziehen können"),
        clock=_members_clock,
        remains=gettext_lazy("Beiträge ohne Namen"),
        figures=lambda: retention.count(
            due.former_members(), since="created_at", until="changed_at", window=due.former_members_until()
        ),
        order=36,
    ),
    Kind(
        name=gettext_lazy("Beiträge „nur diese Sitzung“"),
        purpose=gettext_lazy("Nachlesen, was in der Sitzung erzählt wurde"),
        clock=_session_texts_clock,
        remains=NOTHING,
        figures=lambda: retention.count(
            due.session_texts(), since="created_at", until="session__ends_at", window=due.session_texts_until()
        ),
        order=37,
    ),
    Kind(
        name=gettext_lazy("Übrige Beiträge in Fokusgruppen"),
        purpose=gettext_lazy("Von den Erfahrungen der anderen lernen"),
        clock=lambda: str(gettext_lazy("solange es die Gruppe gibt; wer etwas schreibt, kann es jederzeit löschen")),
        remains=NOTHING,
        figures=lambda: retention.count(Contribution.objects.exclude(confidentiality="session"), since="created_at"),
        order=38,
    ),
)
