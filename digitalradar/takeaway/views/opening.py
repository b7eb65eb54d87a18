"""Open a selection by its private link: one place for the refusal, the clock, the cookie and the headers."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from digitalradar.core.errors import NotFound
from digitalradar.core.private_pages import protect
from digitalradar.core.tokens import TOKEN_PATTERN

from ..models import Selection
from ..queries.selections import Entry, entries, find_selection
from ..services.selections import lifetime, wind_clock

COOKIE = "digitalradar_selection"


@dataclass(frozen=True)
class OpenSelection:
    """A selection with the secret that opened it."""

    selection: Selection
    token: str

    def url(self, name: str = "selection", **more: str) -> str:
        return reverse(f"takeaway:{name}", kwargs={"token": self.token, **more})

    def entries(self) -> list[Entry]:
        return entries(self.selection, get_language() or "de")


def with_selection(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the view an :class:`OpenSelection` in place of the token; unknown and expired links get the same 404."""

    @wraps(view)
    def opened(request: HttpRequest, token: str, **kwargs) -> HttpResponse:
        selection = find_selection(token)
        if selection is None:
            raise NotFound(
                _(
                    "Dieser Link führt zu keiner Auswahl. Vielleicht ist sie abgelaufen oder gelöscht, "
                    "oder der Link ist unvollständig kopiert."
                )
            )
        is_wound = wind_clock(selection)
        response = view(request, OpenSelection(selection, token), **kwargs)
        if COOKIE not in response.cookies and belongs_here(request, token):
            remember(request, response, token, renew=is_wound)
        return protect(response)

    return opened


def belongs_here(request: HttpRequest, token: str) -> bool:
    """Whether this device has no other living selection: opening somebody else's link takes nothing away."""
    own = remembered_token(request)
    return own in {"", token} or find_selection(own) is None


def remember(request: HttpRequest, response: HttpResponse, token: str, *, renew: bool = True) -> HttpResponse:
    """Set the one functional cookie, with which the portal finds the selection again on this device."""
    if renew or request.COOKIES.get(COOKIE) != token:
        response.set_cookie(
            COOKIE, token, max_age=lifetime(), httponly=True, samesite="Lax", secure=request.is_secure()
        )
    return response


def remembered_token(request: HttpRequest) -> str:
    """Return the secret in the cookie if it has the right form, else an empty text."""
    token = request.COOKIES.get(COOKIE, "")
    return token if TOKEN_PATTERN.fullmatch(token) else ""
