"""The page that shows every component in every state."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from digitalradar.core import styleguide as samples


def styleguide(request: HttpRequest) -> HttpResponse:
    """Show the components; 404 for everybody but developers and people who work in the back office."""
    if not (settings.DEBUG or _works_here(request)):
        raise Http404
    return render(request, "core/styleguide.html", samples.context())


def _works_here(request: HttpRequest) -> bool:
    user = request.user
    return user.is_active and (user.is_staff or user.has_perm("wagtailadmin.access_admin"))
