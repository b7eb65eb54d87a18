"""A membership together with the secret that opened it."""

from dataclasses import dataclass

from django.urls import reverse

from .models import Membership


@dataclass(frozen=True)
class OpenMember:
    """Who is looking at a private page, and the addresses of their pages."""

    membership: Membership
    token: str

    def url(self, name: str = "member", **more: object) -> str:
        return reverse(f"focusgroups:{name}", kwargs={"token": self.token, **more})
