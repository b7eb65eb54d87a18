import pytest
from django.db import transaction

from digitalradar.core import page_cache, visits
from digitalradar.core.models import PageVisits
from digitalradar.core.page_cache import versions

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.core.page_cache.views")]


def test_page_is_rendered_once(browsers):
    browser, _other = browsers
    assert browser.get("/kept/").content == browser.get("/kept/").content


@pytest.mark.parametrize("address", ["/unmarked/", "/with-cookie/", "/kept/?q=1"])
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


def test_forgotten_tag_is_forgotten_in_every_process(browsers):
    before = [browser.get("/kept/").content for browser in browsers]
    page_cache.forget("page:1")
    after = [browser.get("/kept/").content for browser in browsers]
    assert not set(before) & set(after)


def test_other_tags_change_nothing(browsers):
    browser, _other = browsers
    before = browser.get("/kept/").content
    page_cache.forget("page:2")
    assert browser.get("/kept/").content == before


def test_rolled_back_change_forgets_nothing(browsers):
    browser, _other = browsers
    before = browser.get("/kept/").content
    with transaction.atomic():
        page_cache.forget("page:1")
        transaction.set_rollback(True)
    assert browser.get("/kept/").content == before


def test_other_machine_learns_by_asking(browsers, monkeypatch):
    browser, _other = browsers
    before = browser.get("/kept/").content
    monkeypatch.setattr(versions, "_announce", lambda: None)
    page_cache.forget("page:1")
    assert browser.get("/kept/").content == before
    monkeypatch.setattr(versions, "POLL_SECONDS", -1)
    assert browser.get("/kept/").content != before


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


def test_same_page_is_not_sent_twice(browsers):
    browser, _other = browsers
    tag = browser.get("/kept/")["ETag"]
    answer = browser.get("/kept/", headers={"if-none-match": tag})
    assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", tag)


def test_compressed_and_plain_answers_are_kept_apart(browsers):
    browser, _other = browsers
    zipped = browser.get("/kept/", headers={"accept-encoding": "gzip"})
    plain = browser.get("/kept/")
    assert (zipped["Content-Encoding"], plain.has_header("Content-Encoding")) == ("gzip", False)


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


def test_full_memory_drops_the_oldest(cache_on):
    from digitalradar.core.page_cache.store import Kept, Store

    store = Store(limit=40_000)
    for number in range(30):
        store.put(("host", str(number), False), Kept(b"x" * 1000, (), "", frozenset(), 0, 0.0, ""))
    assert len(store) == 19
    assert store.get(("host", "29", False)) is not None
    assert store.get(("host", "0", False)) is None
