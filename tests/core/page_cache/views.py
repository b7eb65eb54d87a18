"""Pages for the tests of the page cache; each rendering has a number."""

from itertools import count

from django.http import HttpResponse
from django.urls import path

from digitalradar.core.page_cache import cacheable

numbers = count()


def kept(request):
    return cacheable(HttpResponse(f"rendered {next(numbers)} " + "x" * 300), "page:1", visit="page:1")


def unmarked(request):
    return HttpResponse(f"rendered {next(numbers)}")


def with_cookie(request):
    response = cacheable(HttpResponse(f"rendered {next(numbers)}"), "page:1")
    response.set_cookie("a", "b")
    return response


urlpatterns = [path("kept/", kept), path("unmarked/", unmarked), path("with-cookie/", with_cookie)]
