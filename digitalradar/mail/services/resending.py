"""Send a message again that did not arrive, because somebody of the staff wants it."""

from django.conf import settings
from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from digitalradar.core.errors import DomainError
from digitalradar.core.jobs import enqueue

from ..addresses import is_valid
from ..models import Message, Suppression
from ..tasks import deliver_waiting

State = Message.State
RESENDABLE = (State.FAILED, State.SUPPRESSED, State.UNCLEAR)


@transaction.atomic
def resend(message: Message) -> None:
    """Let an ended message wait again, with its old Message-ID; raise ``DomainError`` with the reason if it cannot.

    Of two people who ask at the same moment one gets the refusal: the message goes out once.
    """
    if refusal := why_not(message):
        raise DomainError(refusal)
    ended = Message.objects.filter(pk=message.pk, state__in=RESENDABLE, emptied_at=None)
    if not ended.update(
        state=State.WAITING, refusals=0, not_before=now(), paused_until=None, handed_over_at=None, finished_at=None
    ):
        raise DomainError(_("Diese Nachricht wird schon gesendet."))
    if settings.EMAIL_CONFIGURED:
        enqueue(deliver_waiting)


def why_not(message: Message) -> str:
    """Return why a message cannot be sent again, or nothing."""
    if message.state not in RESENDABLE:
        return _("Diese Nachricht ist gesendet oder wartet noch. Noch einmal senden lässt sich nur, was nicht ankam.")
    if message.is_emptied:
        return _("Der Inhalt dieser Nachricht ist gelöscht. Sie lässt sich nicht noch einmal senden.")
    if not is_valid(message.recipient):
        return _("Das ist keine E-Mail-Adresse, an die sich etwas senden lässt.")
    if Suppression.objects.filter(address=message.address).exists():
        return _("Die Adresse ist gesperrt. Heben Sie zuerst die Sperre auf.")
    return ""
