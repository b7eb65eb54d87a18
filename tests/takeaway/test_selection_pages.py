"""„Merken“ and „Meine Auswahl“ as browsers see them."""

import csv
import io
import json

import pytest
from django.test import Client

from digitalradar.core.masking import mask
from digitalradar.core.tokens import hash_token
from digitalradar.knowledge.models import GuidePage
from digitalradar.takeaway.models import Selection, SelectionItem
from digitalradar.takeaway.presentation import panel
from digitalradar.takeaway.services.selections import keep_page, note_item
from digitalradar.takeaway.views.opening import COOKIE
from tests.factories.knowledge import make_guide

pytestmark = pytest.mark.django_db
KEEP = "/merken/guide/pruefen/"
OWN_PAGE = {"sec-fetch-site": "same-origin"}


@pytest.fixture
def browser(shelves) -> Client:
    """A browser that checks forms as real ones are checked, and a guide to keep."""
    make_guide()
    return Client(enforce_csrf_checks=True)


def keep(browser: Client, address: str = KEEP, **headers) -> str:
    """Send the form of a guide page and return where it leads."""
    return browser.post(address, headers=headers or OWN_PAGE).url.split("?")[0]


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def identifiers() -> list[str]:
    return list(SelectionItem.objects.values_list("identifier", flat=True))


def token_of(address: str) -> str:
    return address.split("/auswahl/")[1].split("/")[0]


def change(browser: Client, address: str, **fields):
    """Send a change as the page itself does, with its token."""
    browser.get(address)
    return browser.post(address, fields | {"csrfmiddlewaretoken": browser.cookies["csrftoken"].value})


def test_one_click_keeps_a_guide_and_shows_the_selection(browser):
    answer = browser.post(KEEP, headers=OWN_PAGE)
    assert answer.url.endswith("/?neu=guide.pruefen")
    token = token_of(answer.url)
    cookie = answer.cookies[COOKIE]
    assert (cookie.value, cookie["httponly"], cookie["samesite"]) == (token, True, "Lax")
    assert cookie["max-age"] == 31_557_600
    page = browser.get(answer.url)
    assert "„Leitfaden pruefen“ steht jetzt in Ihrer Auswahl." in text(page)
    assert f"http://testserver/auswahl/{token}/" in text(page)
    assert Selection.objects.get().token_hash == hash_token(token)


def test_drafts_are_not_offered_to_keep(rf, guide):
    request = rf.get(guide.url)
    assert panel(request, guide)["keep_url"] == KEEP
    request.is_preview = True
    assert panel(request, guide) is None
    guide.live = False
    assert panel(rf.get("/"), guide) is None


def test_second_click_keeps_it_once(browser):
    keep(browser)
    answer = browser.post(KEEP, headers=OWN_PAGE)
    assert "stand schon in Ihrer Auswahl" in text(browser.get(answer.url))
    assert identifiers() == ["pruefen"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "same-origin"}, 302),
        ({"origin": "http://testserver"}, 302),
        ({"sec-fetch-site": "cross-site"}, 200),
        ({"sec-fetch-site": "same-site", "origin": "http://testserver"}, 200),
        ({"sec-fetch-site": "none"}, 200),
        ({"origin": "https://boese.example.org"}, 200),
        ({"origin": "null"}, 200),
        ({}, 200),
    ],
)
def test_only_forms_of_our_own_pages_need_no_token(browser, headers, status):
    answer = browser.post(KEEP, headers=headers)
    assert answer.status_code == status
    assert (identifiers() == ["pruefen"]) == (status == 302)
    if status == 200:
        assert "In meine Auswahl" in text(answer)
        assert browser.post(KEEP, {"csrfmiddlewaretoken": "x" * 32}, headers=headers).status_code == 403
        assert change(browser, KEEP).status_code == 302
        assert identifiers() == ["pruefen"]


@pytest.mark.parametrize(
    "address",
    ["/merken/guide/gibt-es-nicht/", "/merken/report/pruefen/", "/merken/quatsch/pruefen/", "/merken/guide/a.b/"],
)
def test_what_is_not_there_cannot_be_kept(browser, address):
    assert browser.post(address, headers=OWN_PAGE).status_code == 404
    assert browser.get(address).status_code == 404
    assert Selection.objects.count() == 0


def test_guide_page_offers_it_to_everybody_alike(client, browser):
    fresh = client.get("/leitfaeden/pruefen/")
    assert f'<form method="post" action="{KEEP}">' in text(fresh)
    assert 'href="/leitfaeden/pruefen/pdf/"' in text(fresh)
    assert 'href="/leitfaeden/pruefen/checkliste/"' in text(fresh)
    assert "csrfmiddlewaretoken" not in text(fresh)
    assert not fresh.cookies
    keep(browser)
    assert text(browser.get("/leitfaeden/pruefen/")) == text(fresh)


def test_overview_leads_to_the_selection_of_this_device(browser):
    assert "Auf diesem Gerät ist noch nichts gemerkt." in text(browser.get("/auswahl/"))
    address = keep(browser)
    assert browser.get("/auswahl/").url == address
    Selection.objects.all().delete()
    assert browser.get("/auswahl/").status_code == 200


@pytest.mark.parametrize("token", ["kurz", "A" * 24, "A" * 400, "%00"])
@pytest.mark.parametrize("rest", ["", "checklisten/", "loeschen/", "auswahl.md", "auswahl.csv", "auswahl.json"])
def test_unknown_links_say_all_the_same(client, shelves, token, rest):
    answer = client.get(f"/auswahl/{token}/{rest}")
    assert answer.status_code in {400, 404}
    if token != "%00":
        assert "Dieser Link führt zu keiner Auswahl." in text(answer)


@pytest.mark.parametrize("rest", ["", "checklisten/", "loeschen/", "auswahl.md", "auswahl.csv", "auswahl.json"])
def test_private_pages_stay_out_of_caches_search_engines_and_logs(browser, rest):
    address = keep(browser)
    answer = browser.get(address + rest)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert answer["Referrer-Policy"] == "same-origin"
    assert token_of(address) not in mask(f"GET {address}{rest}")


def test_entries_are_ordered_noted_and_removed(browser):
    make_guide("zweiter")
    address = keep(browser)
    keep(browser, "/merken/guide/zweiter/")
    assert change(browser, address, go="up", item="guide.zweiter").url == f"{address}#guide.zweiter"
    assert identifiers() == ["zweiter", "pruefen"]
    change(browser, address, go="note", item="guide.pruefen", note="  Mit <b>Platten</b>\n bestellen ")
    assert "Mit &lt;b&gt;Platten&lt;/b&gt; bestellen" in text(browser.get(address))
    change(browser, address, go="remove", item="guide.zweiter")
    assert identifiers() == ["pruefen"]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"go": "up"},
        {"go": "quatsch", "item": "guide.pruefen"},
        {"go": "note", "item": "guide.pruefen", "note": "x" * 201},
        {"go": "note", "item": "guide.pruefen", "note": "a\x00b"},
        {"go": "up", "item": "../../etc"},
        {"go": "up", "item": "guide." + "a" * 81},
    ],
)
def test_wrong_changes_change_nothing(browser, fields):
    address = keep(browser)
    answer = change(browser, address, **fields)
    assert answer.status_code == 400
    item = SelectionItem.objects.get()
    assert (item.identifier, item.note) == ("pruefen", "")


def test_too_long_note_is_told_beside_its_entry(browser):
    answer = change(browser, keep(browser), go="note", item="guide.pruefen", note="x" * 201)
    assert "Eine Notiz hat höchstens 200 Zeichen." in text(answer)


def test_change_without_token_is_refused(browser):
    address = keep(browser)
    assert browser.post(address, {"go": "remove", "item": "guide.pruefen"}, headers=OWN_PAGE).status_code == 403
    assert browser.post(f"{address}uebernehmen/", headers=OWN_PAGE).status_code == 403
    assert browser.post(f"{address}loeschen/", headers=OWN_PAGE).status_code == 403
    assert identifiers() == ["pruefen"]


def test_retired_guide_is_shown_as_such(browser):
    address = keep(browser)
    GuidePage.objects.get().unpublish()
    page = text(browser.get(address))
    assert "Leitfaden pruefen" in page
    assert "Diese Seite ist nicht mehr veröffentlicht." in page
    GuidePage.objects.all().delete()
    assert "Diese Seite ist nicht mehr veröffentlicht." in text(browser.get(address))
    assert "nicht mehr veröffentlicht" in browser.get(f"{address}auswahl.md").content.decode()


def test_english_pages_show_the_english_guide_where_there_is_one(browser):
    make_guide("nur-deutsch")
    make_guide("pruefen", language="en", title="Checking")
    address = keep(browser)
    keep(browser, "/merken/guide/nur-deutsch/")
    page = text(browser.get(f"/en{address}"))
    assert '<h2 class="row-title" lang="en"><a href="/en/guides/pruefen/">Checking</a>' in page
    assert '<h2 class="row-title" lang="de"><a href="/leitfaeden/nur-deutsch/">Leitfaden nur-deutsch</a>' in page


def test_link_opened_elsewhere_is_remembered_there(browser):
    address = keep(browser)
    other = Client()
    assert other.get(address).cookies[COOKIE].value == token_of(address)
    assert COOKIE not in other.get(address).cookies


def test_link_of_somebody_else_takes_nothing_away(browser):
    mine = keep(browser)
    theirs = keep_page(token="", kind="guide", identifier="fremd", title="Fremd").token
    page = browser.get(f"/auswahl/{theirs}/")
    assert COOKIE not in page.cookies
    assert "Auf diesem Gerät gibt es noch eine andere Auswahl" in text(page)
    answer = change_join(browser, theirs)
    assert answer.url == mine
    assert "Fremd" in text(browser.get(mine))
    assert Selection.objects.count() == 2


def test_other_selection_can_become_the_one_of_this_device(browser):
    keep(browser)
    theirs = keep_page(token="", kind="guide", identifier="fremd", title="Fremd").token
    answer = change_join(browser, theirs, take="1")
    assert answer.cookies[COOKIE].value == theirs
    assert browser.get("/auswahl/").url == f"/auswahl/{theirs}/"


def change_join(browser: Client, token: str, **fields):
    browser.get(f"/auswahl/{token}/")
    fields["csrfmiddlewaretoken"] = browser.cookies["csrftoken"].value
    return browser.post(f"/auswahl/{token}/uebernehmen/", fields)


def test_downloads_hold_the_list(browser):
    address = keep(browser)
    note_item(token=token_of(address), key="guide.pruefen", note="=1+1 [x](y)")
    url = "http://testserver/leitfaeden/pruefen/"
    row = {"kind": "guide", "identifier": "pruefen", "title": "Leitfaden pruefen", "url": url, "note": "=1+1 [x](y)"}
    data = json.loads(browser.get(f"{address}auswahl.json").content)
    assert data == {"items": [row | {"is_published": True}]}
    table = browser.get(f"{address}auswahl.csv").content.decode("utf-8-sig")
    assert list(csv.DictReader(io.StringIO(table), delimiter=";")) == [
        row | {"note": "'=1+1 [x](y)", "is_published": "True"}
    ]
    markdown = browser.get(f"{address}auswahl.md").content.decode()
    assert markdown == f"# Meine Auswahl\n\n- [ ] [Leitfaden pruefen](<{url}>)\n      =1+1 \\[x\\](y)\n"


def test_checklists_of_all_guides_stand_on_one_page(browser):
    page = text(browser.get(f"{keep(browser)}checklisten/"))
    assert "<li>Geprüft</li>" in page
    assert "Prüfen" in page


def test_deleting_asks_first_and_forgets_everything(browser):
    address = keep(browser)
    assert "Sie enthält einen Eintrag." in text(browser.get(f"{address}loeschen/"))
    answer = change(browser, f"{address}loeschen/")
    assert "Ihre Auswahl ist gelöscht" in text(answer)
    assert answer.cookies[COOKIE].value == ""
    assert Selection.objects.count() == SelectionItem.objects.count() == 0
    assert browser.get(address).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_list_needs_as_many_queries_for_one_as_for_three(client, shelves, django_assert_num_queries, count):
    token = ""
    for number in range(count):
        make_guide(f"g{number}")
        token = keep_page(token=token, kind="guide", identifier=f"g{number}", title="G").token
    client.get(f"/auswahl/{token}/")
    with django_assert_num_queries(QUERIES):
        client.get(f"/auswahl/{token}/")


QUERIES = 4


def test_too_many_clicks_are_refused(browser, settings):
    settings.RATE_LIMITS = True
    statuses = {browser.post(KEEP, headers=OWN_PAGE).status_code for _ in range(120)}
    assert statuses == {302}
    assert browser.post(KEEP, headers=OWN_PAGE).status_code == 429
