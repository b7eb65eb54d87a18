"""Open a plan by its private link: one place for the refusal, the cookie and the headers."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _

from digitalradar.core.errors import NotFound
from digitalradar.core.private_pages import protect
from digitalradar.core.tokens import TOKEN_PATTERN
from digitalradar.events.models import Occurrence

from ..models import Plan
from ..queries.plans import KEPT, find_plan

COOKIE = "digitalradar_programme_{}"  # one for each date


@dataclass(frozen=True)
class OpenPlan:
    """A plan with the secret that opened it."""

    plan: Plan
    token: str

    def url(self, name: str = "plan") -> str:
        return reverse(f"programmes:{name}", kwargs={"token": self.token})


def with_plan(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the view an :class:`OpenPlan` in place of the token; unknown and ended links get the same 404."""

    @wraps(view)
    def opened(request: HttpRequest, token: str, **kwargs: object) -> HttpResponse:
        plan = find_plan(token)
        if plan is None:
            raise NotFound(
                _(
                    "Dieser Link führt zu keinem Programm. Vielleicht ist es abgelaufen oder gelöscht, "
                    "oder der Link ist unvollständig kopiert."
                )
            )
        response = view(request, OpenPlan(plan, token), **kwargs)
        if not find_plan(remembered_token(request, plan.occurrence)):  # somebody else's link takes nothing away
            remember(request, response, plan.occurrence, token)
        return protect(response)

    return opened


def remember(request: HttpRequest, response: HttpResponse, occurrence: Occurrence, token: str) -> HttpResponse:
    """Set the functional cookie with which this device finds the plan again, as long as the plan is kept."""
    name = COOKIE.format(occurrence.pk)
    if request.COOKIES.get(name) != token and name not in response.cookies:
        age = max(occurrence.ends_at + KEPT - now(), KEPT)
        response.set_cookie(name, token, max_age=age, httponly=True, samesite="Lax", secure=request.is_secure())
    return response


def remembered_token(request: HttpRequest, occurrence: Occurrence) -> str:
    """Return the secret in the cookie if it has the right form, else an empty text."""
    token = request.COOKIES.get(COOKIE.format(occurrence.pk), "")
    return token if TOKEN_PATTERN.fullmatch(token) else ""
