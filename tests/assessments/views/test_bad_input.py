"""Whatever is sent: a clear answer in the look of the site, no error of ours, and nothing half written."""

import pytest
from django.core.cache import cache

from digitalradar.assessments.models import Assessment, Result
from digitalradar.core import rate_limit
from tests.assessments.views.page import Page
from tests.assessments.views.routes import FORMS, NAMES, ONLY_POST, address, snapshot
from tests.factories.assessments import make_answered_run, share

pytestmark = pytest.mark.django_db

FIELDS = {
    "start": ["sector", "size", "solo", "place", "role", "frage", "antwort", "thema", "rolle"],
    "profile": ["sector", "size", "solo", "place", "role", "go"],
    "section": [
        *("was", "was.strategie.ziel", "value.strategie.ziel", "relevance.strategie.ziel", "planned.strategie.ziel"),
        *("dimension_relevance", "target", "go"),
    ],
    "save_one": ["question", "dimension", "value", "relevance", "planned", "target"],
    "result": ["x"],
    "targets": ["target.strategie", "target.gibt-es-nicht"],
    "mark_done": ["measure", "done"],
    "share": ["go", "with_answers"],
    "compare": ["first_link", "second_link"],
}
HOSTILE = {
    "html": '<script>alert("x")</script><img src=x onerror=alert(1)>',
    "attribute": '"><svg/onload=alert(1)>',
    "sql": "'; DROP TABLE assessments_assessment; --",
    "sql or": "' OR '1'='1",
    "template": "{{ settings.SECRET_KEY }}{% debug %}",
    "format": "%s%n%(x)s{0.__class__}",
    "path": "../../../../etc/passwd",
    "long": "x" * 10_000,
    "long letters": "ü€漢🛠" * 2_500,
    "controls": "a\r\nSet-Cookie: x=1\x1b[31m\u202e\u2066\ufeff",
    "json": '{"$ne": null}',
    "number": "1e309",
    "big number": "9" * 5_000,
    "true": "true",
    "pipes": "1|2|3|4|5",
    "blank": " \t ",
}
TOO_BIG = {"text": "x" * 1_100_000}


@pytest.fixture
def run():
    """A run in which every question is answered."""
    return make_answered_run(value=2, size="10-49")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("name", FIELDS)
def test_hostile_text_in_any_field_is_refused_or_stays_text(client, run, name, text):
    for field in FIELDS[name]:
        before = snapshot()
        answer = client.post(address(name, run), FORMS[name] | {field: text})
        assert answer.status_code in (200, 302, 400), field
        if answer.status_code == 400:
            assert snapshot() == before, field
        body = answer.content.decode()
        assert "<script>alert" not in body
        assert "onerror=alert(1)>" not in body
        assert "<svg/onload" not in body
        assert "Traceback" not in body
        assert "Set-Cookie" not in answer.headers
    stored = str(Assessment.objects.values_list("answers", "dimension_relevance", "targets", "done_measures"))
    assert text not in stored
    assert set(Assessment.objects.get(pk=run.row.pk).answers) == set(run.texts.question)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_place_is_kept_as_text_and_shown_as_text(client, run, text):
    answer = client.post(run.url("profile"), {"size": "10-49", "place": text})
    if len(text) > 80:
        assert answer.status_code == 400
        assert run.stored().place == ""
        return
    assert (answer.status_code, run.stored().place) == (302, text.strip())
    client.post(run.url("result"))
    for name in ("profile", "result", "calculation", "answers", "finish"):
        page = client.get(run.url(name))
        assert page.status_code == 200
        assert "<script>alert" not in page.content.decode()
        assert "<svg/onload" not in page.content.decode()
    assert Page(client.get(run.url("profile"))).hidden["place"] == text.strip()
    assert client.get(run.url("data_json")).json()["profile"].get("region", "") == text.strip()


@pytest.mark.parametrize("name", ["start", "overview", "resume", "section", "result", "sample"])
def test_hostile_query_string_changes_nothing(client, run, name):
    before = snapshot()
    for text in HOSTILE.values():
        query = dict.fromkeys(["frage", "antwort", "thema", "rolle", "go", "question", "next", text[:50]], text)
        answer = client.get(address(name, run), query)
        assert answer.status_code in (200, 302)
        assert "<script>alert" not in answer.content.decode()
        assert "<svg/onload" not in answer.content.decode()
    assert snapshot() == before


@pytest.mark.parametrize("name", FORMS)
def test_huge_body_is_refused_before_it_is_read(client, run, name):
    before = snapshot()
    answer = client.post(address(name, run), FORMS[name] | TOO_BIG)
    assert answer.status_code == 413
    assert "Das ist zu viel auf einmal" in Page(answer).text
    assert snapshot() == before


@pytest.mark.parametrize("length", ["-1", "viel", "9" * 5_000, "1e3"])
def test_impossible_length_of_the_body_is_refused(client, run, length):
    before = snapshot()
    answer = client.post(run.url("save_one"), FORMS["save_one"], CONTENT_LENGTH=length)
    assert answer.status_code in (400, 413)
    assert snapshot() == before


@pytest.mark.parametrize("broken", [b"%FF%FE", b"\xff", b"%00", b"a%00b", b"%ED%A0%80", b"%C0%AF"])
@pytest.mark.parametrize("name", FORMS)
def test_broken_text_is_refused(client, run, name, broken):
    before = snapshot()
    good = "&".join(f"{key}={value}" for key, value in FORMS[name].items()).encode()
    for body in (good + b"&text=" + broken, good + b"&" + broken + b"=1"):
        answer = client.post(address(name, run), body, content_type="application/x-www-form-urlencoded")
        assert answer.status_code == 400
        assert "Diese Anfrage können wir nicht lesen" in Page(answer).text
    assert snapshot() == before


@pytest.mark.parametrize("path", ["/check/lauf/%00/", "/check/%00/", "/check/lauf/%FF%FE/abschluss/", "/check/%C0%AF/"])
def test_broken_address_is_refused(client, path):
    assert client.get(path).status_code in (400, 404)


@pytest.mark.parametrize("content_type", ["application/json", "text/plain", "text/xml", "x", "multipart/form-data"])
@pytest.mark.parametrize("name", ["start", "section", "save_one", "targets", "mark_done"])
def test_body_of_another_type_is_no_form(client, run, name, content_type):
    stored = run.stored().answers
    answer = client.post(address(name, run), b'{"question": "strategie.ziel", "value": 5}', content_type=content_type)
    assert answer.status_code in (200, 302, 400)
    assert (run.stored().answers, run.stored().targets) == (stored, {})


def test_section_refuses_one_wrong_field_and_saves_none_of_the_others(client, run):
    before = snapshot()
    sent = {
        "was": "|",
        "was.strategie.ziel": "2||",
        "value.strategie.ziel": "5",
        "was.strategie.nutzen": "2||",
        "value.strategie.nutzen": "7",
        "dimension_relevance": "3",
    }
    answer = client.post(run.url("section", dimension="strategie"), sent)
    assert answer.status_code == 400
    assert "Diese Auswahl gibt es bei der Frage nicht. Es wurde nichts gespeichert." in Page(answer).text
    assert snapshot() == before


def test_section_leaves_questions_of_other_dimensions_alone(client, run):
    sent = {"was.technik.netz": "2||", "value.technik.netz": "5", "was.gibt.es.nicht": "||", "value.gibt.es.nicht": "5"}
    answer = client.post(run.url("section", dimension="strategie"), sent)
    assert answer.status_code == 302
    assert run.stored().answers == run.row.answers


def test_na_is_refused_where_it_is_not_offered(client, run):
    offered = next(key for key, question in run.texts.question.items() if question.get("na"))
    assert client.post(run.url("save_one"), {"question": "strategie.ziel", "value": "na"}).status_code == 400
    assert client.post(run.url("save_one"), {"question": offered, "value": "na"}).status_code == 200
    assert run.stored().answers == {**run.row.answers, offered: {"value": "na"}}


def test_field_sent_many_times_is_one_answer(client, run):
    body = "question=strategie.ziel&" + "&".join(f"value={stage}" for stage in (1, 4, 5))
    answer = client.post(run.url("save_one"), body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 200
    assert run.stored().answers["strategie.ziel"] == {"value": 5}


@pytest.mark.parametrize("name", FORMS)
def test_too_many_posts_are_told_to_wait(client, run, settings, monkeypatch, name):
    settings.RATE_LIMITS = True
    monkeypatch.setattr(rate_limit, "_key", lambda *_: "counter-of-this-test")
    cache.set("counter-of-this-test", 10_000)
    before = snapshot()
    answer = client.post(address(name, run), FORMS[name])
    assert answer.status_code == 429
    assert 1 <= int(answer["Retry-After"]) <= 3600
    assert "Das waren zu viele Versuche in kurzer Zeit." in Page(answer).text
    assert snapshot() == before


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ONLY_POST])
def test_reading_is_not_limited(client, run, settings, monkeypatch, name):
    client.post(run.url("result"))
    share(run)
    settings.RATE_LIMITS = True
    monkeypatch.setattr(rate_limit, "_key", lambda *_: "counter-of-this-test")
    cache.set("counter-of-this-test", 10_000)
    assert client.get(address(name, run)).status_code in (200, 302)


def test_refused_posts_leave_no_result(client, run):
    client.post(run.url("result"), TOO_BIG)
    assert not Result.objects.exists()
