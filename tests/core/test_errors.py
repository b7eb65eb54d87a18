"""Error pages: status, words, language, and what they must never show."""

import io
import re

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client, override_settings

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.core.failing_urls")]


@pytest.fixture
def visitor() -> Client:
    return Client(raise_request_exception=False)


def heading(answer) -> str:
    return re.findall(r"<h1>(.*?)</h1>", answer.content.decode(), re.S)[0]


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/bad/", 400, "Diese Anfrage können wir nicht lesen"),
        ("/forbidden/", 403, "Hier dürfen Sie nicht weiter"),
        ("/nowhere/", 404, "Diese Seite gibt es nicht"),
        ("/post/", 405, "So lässt sich diese Adresse nicht aufrufen"),
        ("/gone/", 410, "Dieser Link gilt nicht mehr"),
        ("/limited/", 429, "Bitte einen Moment Geduld"),
        ("/broken/", 500, "Bei uns ist etwas schiefgegangen"),
    ],
)
def test_each_error_has_its_page_in_our_look(visitor, address, status, words):
    answer = visitor.get(address)
    assert (answer.status_code, heading(answer)) == (status, words)
    assert "site-header" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert "s3cret" not in answer.content.decode()
    assert "Traceback" not in answer.content.decode()


@pytest.mark.parametrize("address", ["/en/bad/", "/en/nowhere/", "/en/gone/", "/en/broken/"])
def test_language_follows_the_address(visitor, address):
    assert '<html lang="en">' in visitor.get(address, headers={"Accept-Language": "de"}).content.decode()


def test_refusal_that_nobody_caught_is_told_in_its_own_words(visitor):
    answer = visitor.get("/refused/")
    assert answer.status_code == 400
    assert "Dieser Check ist schon abgegeben." in answer.content.decode()


def test_waiting_time_stands_in_the_header(visitor):
    assert visitor.get("/limited/")["Retry-After"] == "7"


def test_server_error_shows_the_number_that_finds_it_in_the_log(visitor):
    answer = visitor.get("/broken/")
    assert answer["X-Request-ID"] in answer.content.decode()


def test_server_error_needs_no_database(visitor):
    def refuse(*args):
        raise AssertionError("The error page asked the database.")

    with connection.execute_wrapper(refuse):
        assert visitor.get("/broken/").status_code == 500


def test_page_is_shown_even_when_its_template_is_broken(visitor):
    templates = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": [], "APP_DIRS": False}]
    with override_settings(TEMPLATES=templates):
        answer = visitor.get("/nowhere/")
    assert (answer.status_code, heading(answer)) == (404, "Diese Seite gibt es nicht")


def test_program_gets_json(visitor):
    answer = visitor.get("/nowhere/", headers={"Accept": "application/json"})
    assert answer.json() == {
        "error": {"status": 404, "message": "Vielleicht ist die Adresse vertippt, oder die Seite ist umgezogen."}
    }


def test_form_without_token_says_that_nothing_was_saved_and_leads_back():
    answer = Client(enforce_csrf_checks=True).post("/form/", {"text": "x"})
    assert answer.status_code == 403
    assert "Ihre Eingabe wurde nicht gespeichert." in answer.content.decode()
    assert 'href="/form/"' in answer.content.decode()


def test_way_back_never_leaves_the_site():
    visitor = Client(enforce_csrf_checks=True)
    answer = visitor.post("/form/", {"text": "x"}, headers={"Referer": "http://evil.example/trap/"})
    assert "evil.example" not in answer.content.decode()
    assert "/trap/" not in answer.content.decode()


def test_foreign_host_is_refused(visitor):
    assert visitor.get("/form/", headers={"Host": "evil.example"}).status_code == 400


@pytest.mark.parametrize("method", ["options", "put", "patch", "delete", "trace"])
def test_methods_nobody_needs_are_refused_with_those_that_work(visitor, method):
    answer = getattr(visitor, method)("/form/")
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD, POST")
    assert heading(answer) == "So lässt sich diese Adresse nicht aufrufen"


def test_head_answers_like_get_without_a_body(visitor):
    answer = visitor.head("/form/")
    assert (answer.status_code, answer.content) == (200, b"")


def test_body_that_is_too_big_is_refused_before_it_is_read(visitor):
    answer = visitor.post("/form/", {"text": "x" * settings.PUBLIC_BODY_LIMIT})
    assert (answer.status_code, heading(answer)) == (413, "Das ist zu viel auf einmal")


@override_settings(DATA_UPLOAD_MAX_NUMBER_FIELDS=10)
def test_too_many_fields_are_refused(visitor):
    assert visitor.post("/form/", {f"f{number}": "1" for number in range(11)}).status_code == 413


@pytest.mark.parametrize(
    ("path", "options"),
    [
        ("/form/?q=%00", {}),
        ("/form/?q=%FF%FE", {}),
        ("/form%00/", {}),
        ("/form/", {"data": "text=%00", "content_type": "application/x-www-form-urlencoded"}),
        ("/form/", {"data": "text=%C3", "content_type": "application/x-www-form-urlencoded"}),
        ("/form/", {"data": b"text=\xe4", "content_type": "application/x-www-form-urlencoded"}),
        ("/form/", {"data": {"text": "a\0b"}}),
        ("/form/", {"data": {"a\0b": "text"}}),
    ],
)
def test_unreadable_text_is_refused(visitor, path, options):
    answer = visitor.post(path, **options) if options else visitor.get(path)
    assert (answer.status_code, heading(answer)) == (400, "Diese Anfrage können wir nicht lesen")


def test_part_of_a_form_that_is_not_utf8_is_refused(visitor):
    body = b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n\xff\xfe\r\n--x--\r\n'
    assert visitor.post("/form/", body, content_type="multipart/form-data; boundary=x").status_code == 400


def test_body_that_breaks_off_is_no_error_of_ours(visitor):
    class BrokenOff(io.BytesIO):
        def read(self, *args):
            raise OSError("connection reset")

    body = {"wsgi.input": BrokenOff(), "CONTENT_LENGTH": "9", "CONTENT_TYPE": "application/x-www-form-urlencoded"}
    assert visitor.post("/form/", **body).status_code == 400


def test_cookie_with_nul_is_refused(visitor):
    assert visitor.get("/form/", headers={"Cookie": r'sessionid="\000"'}).status_code == 400


def test_every_letter_is_welcome(visitor):
    text = "Größe 50 % & <b>ñ 漢字 🛠\r\n\t'; DROP TABLE x"
    assert visitor.post("/form/", {"text": text}).content.decode() == text
