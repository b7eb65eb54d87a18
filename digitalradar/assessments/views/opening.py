"""Open a run by its private link: one place for the refusal, the clock, the cookie and the headers."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from digitalradar.core.errors import NotFound
from digitalradar.core.private_pages import protect

from ..open_run import OpenRun
from ..queries import find_run
from ..services.clocks import lifetime, wind_clock
from ..tokens import INDICATORS, TOKEN_PATTERN, linked_token

COOKIE = "digitalradar_run"


def with_run(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the view an :class:`OpenRun` in place of the token; unknown and expired links get the same 404."""

    @wraps(view)
    def opened(request: HttpRequest, token: str, **kwargs) -> HttpResponse:
        run = find_run(token)
        if run is None:
            raise NotFound(
                _("Dieser Link führt zu keinem Check. Vielleicht ist er abgelaufen oder unvollständig kopiert.")
            )
        is_wound = wind_clock(run)
        opened_run = OpenRun(run, token, get_language() or "de", remembered_main(request, token))
        response = view(request, opened_run, **kwargs)
        return protect(remember(request, response, token, is_finished=run.is_finished, renew=is_wound))

    return opened


def remember(
    request: HttpRequest, response: HttpResponse, token: str, *, is_finished: bool = False, renew: bool = False
) -> HttpResponse:
    """Set the one functional cookie, with which the portal finds the run again on this device.

    It lasts as long as the run does, so it is set again (``renew``) when the run's clock is wound: once a day at most.
    A run that belongs to the remembered one does not take its place.
    """
    if remembered_main(request, token):
        return response
    is_new = request.COOKIES.get(COOKIE) != token
    if (is_new or renew) and COOKIE not in response.cookies:
        response.set_cookie(
            COOKIE,
            token,
            max_age=lifetime(is_finished=is_finished),
            httponly=True,
            samesite="Lax",
            secure=request.is_secure(),
        )
    return response


def is_staff(request: HttpRequest) -> bool:
    """Tell whether somebody is signed in to the back office; a run begun like that is a test run."""
    return request.user.has_perm("wagtailadmin.access_admin")


def remembered_token(request: HttpRequest) -> str | None:
    """Return the secret in the cookie if it has the right form."""
    token = request.COOKIES.get(COOKIE, "")
    return token if TOKEN_PATTERN.fullmatch(token) else None


def remembered_main(request: HttpRequest, token: str) -> str:
    """Return the secret in the cookie if the run with ``token`` belongs to that one, else an empty text."""
    main = remembered_token(request)
    return main if main and linked_token(main, INDICATORS) == token else ""
