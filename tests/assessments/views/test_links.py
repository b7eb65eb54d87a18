"""The private link opens a run for whoever holds it; every other link says the same whatever is behind it."""

import re

import pytest

from digitalradar.assessments.models import Assessment
from digitalradar.assessments.tokens import new_token
from tests.factories.assessments import make_answered_run

pytestmark = pytest.mark.django_db

PAGES = [
    ("run", {}),
    ("profile", {}),
    ("section", {"dimension": "strategie"}),
    ("finish", {}),
    ("answers", {}),
    ("result", {}),
    ("calculation", {}),
    ("targets", {}),
    ("delete", {}),
    ("qr_code", {}),
    ("data_json", {}),
    ("data_csv", {}),
    ("data_xlsx", {}),
    ("data_result_csv", {}),
    ("share", {}),
    ("progress", {}),
]
POSTS = ["profile", "section", "save_one", "result", "targets", "mark_done", "delete", "share", "repeat"]
COOKIE = "digitalradar_run"


def text_of(answer) -> str:
    """Return the page without what differs from request to request."""
    return re.sub(r"/check/lauf/[^/\"]+/", "/check/lauf/…/", answer.content.decode())


@pytest.mark.parametrize(("name", "kwargs"), PAGES)
def test_unknown_malformed_and_expired_links_get_the_same_404(client, after, name, kwargs):
    run = make_answered_run()
    address = run.url(name, **kwargs)
    unknown = client.get(address.replace(run.token, new_token()))
    after(days=91)
    answers = [
        client.get(address),
        client.get(address.replace(run.token, run.token[:-1])),
        client.get(address.replace(run.token, run.token + "x")),
        client.get(address.replace(run.token, "' OR 1=1 --")),
        client.get(address.replace(run.token, "x" * 5000)),
    ]
    assert [answer.status_code for answer in (unknown, *answers)] == [404] * 6
    assert {text_of(answer) for answer in (unknown, *answers)} == {text_of(unknown)}
    assert "Dieser Link führt zu keinem Check." in text_of(unknown)
    assert COOKIE not in client.cookies


@pytest.mark.parametrize("name", POSTS)
def test_nothing_can_be_sent_to_an_expired_link(client, after, name):
    run = make_answered_run()
    after(days=91)
    before = Assessment.objects.values().get()
    kwargs = {"dimension": "strategie"} if name == "section" else {}
    answer = client.post(
        run.url(name, **kwargs), {"question": "strategie.ziel", "value": "5", "value.strategie.ziel": "5"}
    )
    assert answer.status_code == 404
    assert Assessment.objects.values().get() == before


@pytest.mark.parametrize(("name", "kwargs"), PAGES)
def test_pages_of_a_run_stay_out_of_caches_search_engines_and_referrers(client, name, kwargs):
    run = make_answered_run()
    answer = client.get(run.url(name, **kwargs))
    assert answer.status_code in (200, 302)
    assert "no-store" in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    policy = answer["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("name", ["section", "finish", "result"])
def test_pages_of_a_run_have_no_inline_script_or_style(client, settings, name):
    settings.PUBLIC_URL = "https://digital.example.org"
    run = make_answered_run(size="10-49", value=2)
    client.post(run.url("result"))
    page = client.get(run.url(name, **({"dimension": "strategie"} if name == "section" else {}))).content.decode()
    assert not re.search(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=|javascript:", page)
    hosts = set(re.findall(r"(?:src|href|action)=\"(?:https?:)?//([^/\"]+)", page))
    assert hosts <= {"testserver", "digital.example.org"}


def test_link_sets_one_functional_cookie_that_scripts_and_other_sites_cannot_use(client):
    run = make_answered_run()
    answer = client.get(run.url("finish"))
    cookie = answer.cookies[COOKIE]
    assert (cookie.value, cookie["httponly"], cookie["samesite"], cookie["secure"], cookie["path"]) == (
        run.token,
        True,
        "Lax",
        "",
        "/",
    )
    assert cookie["max-age"] == 90 * 24 * 60 * 60
    assert COOKIE not in client.get(run.url("finish")).cookies


def test_cookie_travels_by_tls_only_when_the_page_did(client):
    run = make_answered_run()
    assert client.get(run.url("finish"), secure=True).cookies[COOKIE]["secure"] is True


def test_resume_leads_to_the_run_this_device_remembers(client):
    run = make_answered_run()
    assert client.get("/check/weiter/").headers["Location"] == "/check/"
    client.get(run.url("finish"))
    assert client.get("/check/weiter/").headers["Location"] == run.url("run")
    assert client.get("/en/check/weiter/").headers["Location"] == run.url("run", "en")
    assert "/check/weiter/" in client.get("/check/").content.decode()


@pytest.mark.parametrize("cookie", ["", "x", "x" * 24, "../../etc/passwd", "<script>"])
def test_resume_with_a_cookie_that_leads_nowhere_lists_the_checks(client, cookie):
    client.cookies[COOKIE] = cookie
    answer = client.get("/check/weiter/")
    assert (answer.status_code, answer["Location"]) == (302, "/check/")
