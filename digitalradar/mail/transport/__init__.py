"""Ways to hand a message over. Each calls back before the point of no return and gives up when told so."""

from django.conf import settings

from .other import OtherTransport
from .problems import AnswerLost, ClaimLost, Refused, ServerTrouble
from .smtp import SmtpTransport

SMTP = "django.core.mail.backends.smtp.EmailBackend"

__all__ = ["AnswerLost", "ClaimLost", "OtherTransport", "Refused", "ServerTrouble", "SmtpTransport", "transport"]


def transport() -> SmtpTransport | OtherTransport:
    """Return the way that ``EMAIL_URL`` asks for; it connects with the first message."""
    return SmtpTransport() if settings.EMAIL_BACKEND == SMTP else OtherTransport()
