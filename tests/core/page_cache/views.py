"""Pages for the tests of the page cache; each rendering has a number."""

from datetime import timedelta
from itertools import count

from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.urls import path
from django.utils.timezone import now

from digitalradar.core.page_cache import cacheable

numbers = count()


def kept(request):
    return cacheable(HttpResponse(f"rendered {next(numbers)} " + "x" * 500), "page:1", visit="page:1")


def unmarked(request):
    return HttpResponse(f"rendered {next(numbers)}")


def with_cookie(request):
    response = cacheable(HttpResponse(f"rendered {next(numbers)}"), "page:1")
    response.set_cookie("a", "b")
    return response


def same(request):
    return cacheable(HttpResponse("always the same"), "page:1")


def lasting(request):
    return cacheable(HttpResponse(f"rendered {next(numbers)}"), "page:1", daily=False, framed=False)


def for_an_hour(request):
    """A page that speaks of something that begins in an hour."""
    response = HttpResponse(f"rendered {next(numbers)}")
    return cacheable(response, "page:1", daily=False, until=now() + timedelta(hours=1))


def in_parts(request):
    """A page of which a script may ask for a part only."""
    response = cacheable(HttpResponse(f"rendered {next(numbers)}"), "page:1")
    response["Vary"] = "HX-Request"
    return response


def private(request):
    response = cacheable(HttpResponse(f"rendered {next(numbers)}"), "page:1")
    response["Cache-Control"] = "no-store, private"
    return response


def form(request):
    return cacheable(HttpResponse(f'<input name="csrfmiddlewaretoken" value="{get_token(request)}">'), "page:1")


def long(request):
    return HttpResponse("x" * 1000)


urlpatterns = [
    path("kept/", kept),
    path("unmarked/", unmarked),
    path("with-cookie/", with_cookie),
    path("in-parts/", in_parts),
    path("private/", private),
    path("same/", same),
    path("lasting/", lasting),
    path("for-an-hour/", for_an_hour),
    path("form/", form),
    path("long/", long),
]
