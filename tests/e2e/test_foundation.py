"""The pages of the foundation in a real browser."""

import json

import pytest
from playwright.sync_api import Page, expect

from .guard import assert_accessible


def test_health_check_reports_version_and_database(page: Page):
    answer = page.request.get("/healthz")
    assert answer.status == 200
    assert json.loads(answer.text()).keys() == {"status", "version", "database"}


@pytest.mark.parametrize(("address", "language"), [("/gibt-es-nicht/", "de"), ("/en/gibt-es-nicht/", "en")])
def test_unknown_address_says_so_in_the_look_of_the_site(page: Page, address: str, language: str):
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 404
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator("main").get_by_role("link")).to_be_visible()
    assert_accessible(page)


def test_styleguide_is_closed_to_the_public(page: Page):
    answer = page.goto("/styleguide/")
    assert answer is not None
    assert answer.status == 404


def test_nothing_is_wider_than_the_screen(page: Page):
    page.goto("/gibt-es-nicht/")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
