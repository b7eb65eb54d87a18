"""Refusals in the user's words. A view may catch them; what nobody catches becomes an error page of its status."""

from http import HTTPStatus

from django.utils.translation import gettext as _


class DomainError(Exception):
    """A rule says no. The message is a whole sentence for the person who asked."""

    status = HTTPStatus.BAD_REQUEST


class NotFound(DomainError):
    """What was asked for is not there. Unlike Django's ``Http404`` it reaches the page with its sentence."""

    status = HTTPStatus.NOT_FOUND


class Gone(DomainError):
    """A link that once led somewhere, or could have: it says so without revealing which."""

    status = HTTPStatus.GONE

    def __init__(self, message: str = "") -> None:
        super().__init__(
            message or _("Dieser Link gilt nicht mehr, oder er wurde nicht vollständig in die Adresszeile übernommen.")
        )


class RateLimited(DomainError):
    """Too many tries from one address; ``retry_after`` is in seconds."""

    status = HTTPStatus.TOO_MANY_REQUESTS

    def __init__(self, retry_after: int) -> None:
        super().__init__(_("Das waren zu viele Versuche in kurzer Zeit. Bitte warten Sie einen Moment."))
        self.retry_after = retry_after
