import gzip
import time

import brotli
import pytest
from django.db import transaction

from digitalradar.core import page_cache, visits
from digitalradar.core.middleware import page_cache as middleware
from digitalradar.core.models import PageVisits
from digitalradar.core.page_cache import forgetting, versions
from digitalradar.core.page_cache.answers import Kept
from digitalradar.core.page_cache.store import Key, Store
from digitalradar.core.page_cache.versions import Position

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.core.page_cache.views")]
committed = pytest.mark.django_db(transaction=True)  # a change is seen from its commit on


def test_page_is_rendered_once(browsers):
    browser, _other = browsers
    assert browser.get("/kept/").content == browser.get("/kept/").content


@pytest.mark.parametrize("address", ["/unmarked/", "/with-cookie/", "/in-parts/", "/private/", "/kept/?q=1"])
def test_other_answers_are_not_kept(browsers, address):
    browser, _other = browsers
    assert browser.get(address).content != browser.get(address).content


def test_people_with_a_cookie_of_their_own_get_their_own_page(browsers):
    browser, _other = browsers
    first = browser.get("/kept/").content
    browser.cookies["sessionid"] = "abc"
    assert browser.get("/kept/").content != first
    browser.cookies.clear()
    assert browser.get("/kept/").content == first


@committed
def test_forgotten_tag_is_forgotten_in_every_process(browsers):
    before = [browser.get("/kept/").content for browser in browsers]
    page_cache.forget("page:1")
    after = [browser.get("/kept/").content for browser in browsers]
    assert not set(before) & set(after)


@committed
def test_other_tags_change_nothing(browsers):
    browser, _other = browsers
    before = browser.get("/kept/").content
    page_cache.forget("page:2")
    assert browser.get("/kept/").content == before


@committed
def test_rolled_back_change_forgets_nothing(browsers):
    browser, _other = browsers
    before = browser.get("/kept/").content
    with transaction.atomic():
        page_cache.forget("page:1")
        transaction.set_rollback(True)
    assert browser.get("/kept/").content == before


@committed
def test_other_machine_learns_by_asking(browsers, monkeypatch):
    browser, _other = browsers
    before = browser.get("/kept/").content
    monkeypatch.setattr(forgetting, "touch", lambda: None)
    page_cache.forget("page:1")
    assert browser.get("/kept/").content == before
    monkeypatch.setattr(versions, "POLL_SECONDS", -1)
    assert browser.get("/kept/").content != before


@committed
def test_page_begun_before_a_change_is_not_shown_after_it(browsers, monkeypatch):
    """The change happens while the page is being rendered: what is kept of it must not be shown."""
    from tests.core.page_cache import views

    def change_meanwhile(request):
        page_cache.forget("page:1")
        monkeypatch.setattr(views.urlpatterns[0], "callback", views.kept)
        return views.kept(request)

    browser, _other = browsers
    monkeypatch.setattr(views.urlpatterns[0], "callback", change_meanwhile)
    begun = browser.get("/kept/").content
    assert browser.get("/kept/").content != begun


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"if-none-match": "{etag}"}, 304),
        ({"if-none-match": '"other", {etag}'}, 304),
        ({"if-none-match": "{strong}"}, 304),
        ({"if-none-match": "*"}, 304),
        ({"if-none-match": '"other"'}, 200),
        ({"if-none-match": ""}, 200),
        ({"if-modified-since": "{modified}"}, 304),
        ({"if-modified-since": "Thu, 01 Jan 2026 00:00:00 GMT"}, 200),
        ({"if-modified-since": "yesterday"}, 200),
        ({"if-none-match": '"other"', "if-modified-since": "{modified}"}, 200),
        ({"if-none-match": "{etag}", "if-modified-since": "Thu, 01 Jan 2026 00:00:00 GMT"}, 304),
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("address", ["/kept/", "/same/?q=1"])
def test_same_page_is_not_sent_twice(browsers, address, method, sent, status):
    browser, _other = browsers
    first = browser.get(address)
    values = {"etag": first["ETag"], "strong": first["ETag"][2:], "modified": first["Last-Modified"]}
    answer = browser.generic(method, address, headers={name: text.format(**values) for name, text in sent.items()})
    told = {name: answer.get(name) for name in ("ETag", "Last-Modified", "Cache-Control", "Vary")}
    assert (answer.status_code, told) == (status, {name: first[name] for name in told})
    assert answer.has_header("Content-Type") is (status == 200)
    if status == 304:
        assert answer.content == b""


@committed
def test_date_of_a_page_follows_what_it_shows(browsers, monkeypatch):
    browser, _other = browsers
    browser.get("/kept/")
    monkeypatch.setattr(forgetting.time, "time", lambda: 1_900_000_000.0)
    page_cache.forget("page:1")
    assert browser.get("/kept/")["Last-Modified"] == "Sun, 17 Mar 2030 17:46:40 GMT"


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("br;q=0.5, gzip;q=0.9", "gzip"),
        ("br;q=0, gzip;q=0", None),
        ("gzip;q=nonsense", None),
        ("identity", None),
        ("", None),
    ],
)
def test_pages_are_compressed_once_for_all(browsers, accepted, encoding):
    browser, _other = browsers
    plain = browser.get("/kept/")
    answer = browser.get("/kept/", headers={"accept-encoding": accepted})
    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding]
    assert (answer.get("Content-Encoding"), unpack(answer.content)) == (encoding, plain.content)
    assert (answer["ETag"], answer["Vary"]) == (plain["ETag"], plain["Vary"])
    assert answer["Content-Length"] == str(len(answer.content))


def test_other_pages_are_compressed_as_before(browsers):
    browser, _other = browsers
    assert browser.get("/long/", headers={"accept-encoding": "gzip"})["Content-Encoding"] == "gzip"


def test_vary_names_what_the_answer_depends_on(browsers):
    browser, _other = browsers
    assert browser.get("/kept/")["Vary"] == "Accept-Encoding, Cookie"


def test_head_answers_without_body(browsers):
    browser, _other = browsers
    size = len(browser.get("/kept/").content)
    answer = browser.head("/kept/")
    assert (answer.content, answer["Content-Length"]) == (b"", str(size))


def test_visits_are_counted_without_machines(browsers):
    browser, _other = browsers
    for agent in ("Firefox", "Firefox", "Googlebot/2.1", ""):
        browser.get("/kept/", headers={"user-agent": agent})
    browser.head("/kept/")
    visits.counting.flush()
    assert list(PageVisits.objects.values_list("key", "count")) == [("page:1", 2)]


def test_secure_and_plain_addresses_are_kept_apart(browsers):
    browser, _other = browsers
    assert browser.get("/kept/").content != browser.get("/kept/", secure=True).content


@pytest.mark.parametrize(
    ("host", "is_kept"),
    [
        ("localhost", True),
        ("testserver", True),
        ("localhost:4711", False),
        ("LOCALHOST", False),
        ("evil.example", None),
    ],
)
def test_made_up_hosts_do_not_fill_the_memory(browsers, host, is_kept):
    browser, _other = browsers
    first, second = (browser.get("/kept/", headers={"host": host}) for _ in range(2))
    if is_kept is None:
        assert first.status_code == 400
    else:
        assert (first.content == second.content) is is_kept


def test_form_with_a_secret_is_not_kept_although_marked(browsers):
    browser, _other = browsers
    answer = browser.get("/form/")
    browser.cookies["csrftoken"] = answer.cookies["csrftoken"].value
    assert browser.get("/form/").content != browser.get("/form/").content


def test_page_is_made_anew_after_midnight_unless_it_is_not_daily(browsers, monkeypatch):
    browser, _other = browsers
    daily, lasting = browser.get("/kept/").content, browser.get("/lasting/").content
    now = time.time()
    monkeypatch.setattr(middleware.time, "time", lambda: now + 86_400)
    assert (browser.get("/kept/").content == daily, browser.get("/lasting/").content == lasting) == (False, True)


@pytest.mark.parametrize(("seconds", "is_kept"), [(3500, True), (3601, False)])
def test_page_is_kept_until_the_moment_it_names(browsers, monkeypatch, seconds, is_kept):
    browser, _other = browsers
    first = browser.get("/for-an-hour/").content
    now = time.time()
    monkeypatch.setattr(middleware.time, "time", lambda: now + seconds)
    assert (browser.get("/for-an-hour/").content == first) is is_kept


def test_variants_are_kept_apart(browsers, monkeypatch):
    browser, _other = browsers
    monkeypatch.setattr(page_cache, "_variants", [("/ke", lambda request: request.headers.get("Accept-Language", ""))])
    german, english = (browser.get("/kept/", headers={"accept-language": code}).content for code in ("de", "en"))
    assert german != english
    assert browser.get("/kept/", headers={"accept-language": "de"}).content == german


def test_full_memory_drops_the_oldest():
    store = Store(limit=40_000)
    for number in range(30):
        store.put(_key(number), _page(1000))
    assert len(store) == 19
    assert store.get(_key(29)) is not None
    assert store.get(_key(0)) is None


def test_page_that_grew_too_large_is_kept_no_longer():
    store = Store(limit=40_000)
    store.put(_key(1), _page(1000))
    store.put(_key(1), _page(10_000))
    assert store.get(_key(1)) is None


def _key(number: int) -> Key:
    return Key("http", "host", str(number), "")


def _page(size: int) -> Kept:
    return Kept({"": b"x" * size}, {}, "", 0, frozenset(), Position(1, 0), 0.0, "")
