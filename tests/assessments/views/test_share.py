"""A link for others: it shows the newest result, changes nothing, and its owner takes it back at any time."""

import re

import pytest
from django.test import Client
from django.utils.translation import override

from digitalradar.assessments.models import Assessment, ShareLink
from digitalradar.assessments.services.answering import Changes, save_answers
from digitalradar.assessments.services.releases import release
from digitalradar.assessments.tokens import new_token
from tests.assessments.together import together
from tests.assessments.views.page import Page
from tests.factories.assessments import INSTRUMENTS, Run, make_answered_run, make_mixed_run, make_run
from tests.factories.benchmark import contribute

pytestmark = pytest.mark.django_db

LINK = re.compile(r"/check/ergebnis/([A-Za-z0-9_-]{24})/")


def finished(catalogue: str = "digital-check", **profile) -> Run:
    """Return a run whose result was shown."""
    run = make_mixed_run(catalogue, sector="handwerk", size="10-49", place="Beispielort 4711", **profile)
    Client().post(run.url("result"))
    return run


def shared(run: Run, **choice: str) -> str:
    """Make a link for others and return its address without host."""
    answer = Client().post(run.url("share"), {"go": "new", **choice})
    assert answer.status_code == 200
    return LINK.search(answer.content.decode())[0]


def test_page_without_a_result_leads_to_the_end_of_the_check(client):
    run = make_run()
    for answer in (client.get(run.url("share")), client.post(run.url("share"), {"go": "new"})):
        assert (answer.status_code, answer["Location"]) == (302, run.url("finish"))
    assert not ShareLink.objects.exists()


def test_link_is_shown_once_and_later_only_its_date(client, settings):
    settings.PUBLIC_URL = "https://digital.example.org"
    run = finished()
    assert "Es gibt einen Link" not in Page(client.get(run.url("share"))).text
    made = Page(client.post(run.url("share"), {"go": "new"}))
    ((_attributes, address),) = made.all("p", class_="copy-box")
    assert re.fullmatch(r"https://digital\.example\.org/check/ergebnis/[A-Za-z0-9_-]{24}/", address)
    assert [attributes["aria-label"] for attributes, _text in made.all("svg", class_="qr")] == [
        "QR-Code mit dem Link zum Ansehen"
    ]
    assert any(attributes["href"].startswith("mailto:?") for attributes, _text in made.all("a"))
    later = client.get(run.url("share"))
    assert "Es gibt einen Link vom" in Page(later).text
    assert not LINK.search(later.content.decode())


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("catalogue", INSTRUMENTS)
def test_shared_result_is_marked_and_offers_nothing_that_needs_the_run(catalogue, language):
    run = finished(catalogue)
    address = shared(run) if language == "de" else "/en" + shared(run)
    visitor = Client()
    answer = visitor.get(address)
    page, html = Page(answer), answer.content.decode()
    assert answer.status_code == 200
    if language == "de":
        assert "Geteiltes Ergebnis, nur zum Ansehen, Stand" in page.text
    assert "/lauf/" not in html
    assert run.token not in html
    assert "Beispielort 4711" not in html
    assert "csrfmiddlewaretoken" not in html
    assert not visitor.cookies
    assert not page.all("form", method="post")
    assert not LINK.sub("", "".join(link["href"] for link, _text in page.all("a") if "rechnung" in link["href"]))


@pytest.mark.parametrize("sector", ["handwerk", "handel"])  # groups by sector, size and place; by size and place
@pytest.mark.parametrize("language", ["de", "en"])
def test_group_of_the_comparison_does_not_name_the_place(language, sector):
    contribute(12, sector=sector, size="10-49", region="beispielort 4711")
    release()
    run = finished()
    own = Client().get(run.url("result", language)).content.decode()
    address = ("" if language == "de" else "/en") + shared(run, with_answers="1")
    others = [Client().get(f"{address}{path}").content.decode() for path in ("", "rechnung/")]
    assert "Beispielort 4711" in own
    assert "12 Betriebe mit 10 bis 49 Beschäftigten am selben Ort" in others[0] or language == "en"
    assert not [html for html in others if "beispielort" in html.lower()]


def test_shared_page_stays_out_of_caches_search_engines_and_referrers():
    answer = Client().get(shared(finished()))
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"


def test_answers_and_calculation_are_shared_only_on_request():
    run = finished()
    address = shared(run)
    assert Client().get(f"{address}rechnung/").status_code == 404
    assert "So wurde gerechnet" not in Page(Client().get(address)).text
    opened = shared(run, with_answers="1")
    assert opened != address
    answer = Client().get(f"{opened}rechnung/")
    page = Page(answer)
    assert answer.status_code == 200
    assert "Geteiltes Ergebnis, nur zum Ansehen" in page.text
    assert f"{opened}rechnung/" in [attributes["href"] for attributes, _text in Page(Client().get(opened)).all("a")]
    assert "/lauf/" not in answer.content.decode()


def test_index_lists_its_answers_only_on_request():
    run = finished("dii")
    title = "Die zwölf Merkmale und Ihre Antworten"
    assert title not in Page(Client().get(shared(run))).text
    assert title in Page(Client().get(shared(run, with_answers="1"))).text


def test_shared_result_is_always_the_newest():
    run = finished()
    address = shared(run)
    before = Page(Client().get(address)).text
    changes = {key: {"value": 5} for key in run.texts.question}
    save_answers(run=run.stored(), changes=Changes(answers=changes))
    assert Page(Client().get(address)).text == before
    Client().post(run.url("result"))
    assert "Sie haben Ihre Ziele erreicht." in Page(Client().get(address)).text


def test_unknown_withdrawn_replaced_expired_and_private_links_get_the_same_404(after):
    run = finished()
    replaced, withdrawn = shared(run), shared(run)
    private = f"/check/ergebnis/{run.token}/"
    assert Client().get(withdrawn).status_code == 200
    Client().post(run.url("share"), {"go": "withdraw"})
    other = finished()
    expired = shared(other)
    after(days=800)
    broken = ["' OR 1=1 --", "x" * 5000, new_token()]
    links = [replaced, withdrawn, private, expired, *(f"/check/ergebnis/{text}/" for text in broken)]
    answers = [Client().get(link) for link in links] + [Client().get(f"{link}rechnung/") for link in links]
    texts = {re.sub(r"/check/ergebnis/[^\"]+", "…", answer.content.decode()) for answer in answers}
    assert {answer.status_code for answer in answers} == {404}
    assert len(texts) == 1
    assert "Dieser Link führt zu keinem Ergebnis." in texts.pop()


def test_secret_of_a_shared_link_opens_no_page_of_the_run():
    run = finished()
    secret = LINK.search(shared(run))[1]
    for name in ("run", "result", "answers", "data_json", "share", "delete"):
        assert Client().get(run.url(name).replace(run.token, secret)).status_code == 404


def test_visit_by_a_shared_link_does_not_wind_the_clock(after):
    run = finished()
    address = shared(run)
    expires_at = run.stored().expires_at
    after(days=30)
    assert Client().get(address).status_code == 200
    assert run.stored().expires_at == expires_at
    Client().get(run.url("result"))
    assert run.stored().expires_at > expires_at


@pytest.mark.parametrize("go", ["", "x", "NEW", "<script>"])
def test_other_choices_change_nothing(client, go):
    run = finished()
    shared(run)
    before = ShareLink.objects.values().get()
    assert client.post(run.url("share"), {"go": go}).status_code == 400
    assert ShareLink.objects.values().get() == before


@pytest.mark.parametrize(("path", "queries"), [("", 6), ("rechnung/", 2)])
def test_shared_pages_need_few_queries(django_assert_max_num_queries, path, queries):
    address = shared(finished(), with_answers="1")
    Client().get(f"{address}{path}")
    with django_assert_max_num_queries(queries):
        Client().get(f"{address}{path}")


def test_run_that_is_deleted_takes_its_shared_link_along(client):
    run = finished()
    address = shared(run)
    client.post(run.url("delete"))
    assert Client().get(address).status_code == 404
    assert not Assessment.objects.exists()


def test_finished_run_links_to_its_share_page(client):
    run = finished()
    with override("de"):
        assert run.url("share") in client.get(run.url("result")).content.decode()
    assert "teilen" not in client.get(make_answered_run().url("finish")).content.decode()


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_the_same_moment_leave_exactly_one_link_that_works():
    run = finished()
    answers = together(*[lambda: Client().post(run.url("share"), {"go": "new"})] * 3)
    links = [LINK.search(answer.content.decode())[0] for answer in answers]
    assert len(set(links)) == 3
    assert sorted(Client().get(link).status_code for link in links) == [200, 404, 404]
    assert ShareLink.objects.count() == 1
