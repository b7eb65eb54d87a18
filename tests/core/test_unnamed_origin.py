"""Forms on pages that send no referrer: our own pass, forged ones do not."""

import pytest
from django.middleware.csrf import CsrfViewMiddleware, get_token
from django.test import RequestFactory

from digitalradar.core.middleware.unnamed_origin import UnnamedOriginMiddleware


def is_accepted(*, secure: bool = True, has_token: bool = True, **headers: str) -> bool:
    """Send a form with these headers through both middlewares."""
    page = RequestFactory().get("/")
    token = get_token(page)
    form = RequestFactory().post(
        "/", {"csrfmiddlewaretoken": token if has_token else ""}, secure=secure, headers=headers
    )
    form.COOKIES["csrftoken"] = page.META["CSRF_COOKIE"]

    def check(request):
        guard = CsrfViewMiddleware(lambda request: None)
        guard.process_request(request)
        return guard.process_view(request, lambda request: None, (), {})

    return UnnamedOriginMiddleware(check)(form) is None


@pytest.mark.parametrize("secure", [True, False])
def test_own_form_without_named_origin_is_accepted(secure: bool):
    assert is_accepted(secure=secure, origin="null", sec_fetch_site="same-origin")
    assert is_accepted(secure=secure, origin="null")


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
def test_form_of_another_site_is_refused(site: str):
    assert not is_accepted(origin="null", sec_fetch_site=site)


def test_named_origin_of_another_site_is_refused_whatever_else_is_said():
    assert not is_accepted(origin="https://example.org", sec_fetch_site="same-origin")


def test_token_is_asked_for_all_the_same():
    assert not is_accepted(has_token=False, origin="null", sec_fetch_site="same-origin")


def test_form_with_named_own_origin_is_accepted_as_before():
    assert is_accepted(origin="https://testserver", sec_fetch_site="same-origin")
