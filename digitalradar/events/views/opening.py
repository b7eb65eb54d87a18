"""Open a registration by its private link: one place for the refusal and the headers."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from digitalradar.core.errors import NotFound
from digitalradar.core.private_pages import protect

from ..models import Registration
from ..queries.personal import find_registration


@dataclass(frozen=True)
class OpenRegistration:
    """A registration with the secret that opened it."""

    registration: Registration
    token: str

    def url(self, name: str = "registration", **more: object) -> str:
        return reverse(f"events:{name}", kwargs={"token": self.token, **more})


def with_registration(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give the view an :class:`OpenRegistration` in place of the token; unknown and ended links get the same 404."""

    @wraps(view)
    def opened(request: HttpRequest, token: str, **kwargs: object) -> HttpResponse:
        registration = find_registration(token)
        if registration is None:
            raise NotFound(
                _(
                    "Dieser Link führt zu keiner Anmeldung. Vielleicht ist sie abgelaufen oder gelöscht, "
                    "oder der Link ist unvollständig kopiert."
                )
            )
        return protect(view(request, OpenRegistration(registration, token), **kwargs))

    return opened
