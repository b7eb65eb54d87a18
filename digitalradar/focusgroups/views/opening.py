"""Open a member's page by the private link: one place for the refusal and the headers."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from digitalradar.core.errors import NotFound
from digitalradar.core.private_pages import protect

from ..models import Membership
from ..opened import OpenMember
from ..queries.members import find_membership

State = Membership.State
SEATED = (State.ACTIVE, State.PAUSED)
EVERY = tuple(State)


def with_member(*states: str) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Give the view an :class:`OpenMember` in place of the token.

    Unknown links, mistyped ones and those of members in none of ``states`` get the same 404, which tells nothing.
    """

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def opened(request: HttpRequest, token: str, **kwargs: object) -> HttpResponse:
            membership = find_membership(token)
            if membership is None or membership.state not in states:
                raise NotFound(
                    _(
                        "Dieser Link führt zu keiner Mitgliedschaft. Vielleicht ist sie beendet oder gelöscht, "
                        "oder der Link ist unvollständig kopiert."
                    )
                )
            return protect(view(request, OpenMember(membership, token), **kwargs))

        return opened

    return decorate
