"""Addresses that go wrong in every way, for the tests of the error pages."""

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.http import require_POST

from digitalradar.core.errors import DomainError, Gone, RateLimited
from digitalradar.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500"]


def fail(error: Exception):
    """Return a view that raises ``error``."""

    def view(request: HttpRequest) -> HttpResponse:
        raise error

    return view


def form(request: HttpRequest) -> HttpResponse:
    """Answer what was sent."""
    return HttpResponse(request.POST.get("text", ""))


urlpatterns = [
    path(f"{prefix}{name}/", view)
    for prefix in ("", "en/")
    for name, view in {
        "bad": fail(BadRequest("x")),
        "forbidden": fail(PermissionDenied()),
        "gone": fail(Gone()),
        "limited": fail(RateLimited(retry_after=7)),
        "refused": fail(DomainError("Dieser Check ist schon abgegeben.")),
        "broken": fail(RuntimeError("password=s3cret")),
        "post": require_POST(form),
        "form": form,
    }.items()
]
