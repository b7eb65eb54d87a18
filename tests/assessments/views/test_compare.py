"""Two runs side by side: by links, by files, or a repeated run with the one before it."""

import json
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.timezone import now

from digitalradar.assessments.models import Assessment, CatalogueVersion, Result, ShareLink
from digitalradar.assessments.queries import scoring_catalogue
from digitalradar.assessments.scoring import compare
from digitalradar.assessments.services.answering import Changes, save_answers
from digitalradar.assessments.services.repeating import repeat_run
from tests.assessments.views.page import Page
from tests.assessments.views.routes import snapshot
from tests.factories.assessments import Run, make_answered_run, make_run, questionnaire, share

pytestmark = pytest.mark.django_db

ADDRESS = "/check/vergleichen/"
BETTER = {"strategie": 4, "technik": 4, "menschen": 1, "daten": "unknown"}


@pytest.fixture
def old():
    """A run in which everything stands at stage 2, half a year ago."""
    run = make_answered_run(value=2, sector="handwerk", size="10-49")
    Client().post(run.url("result"))
    Result.objects.update(created_at=now() - timedelta(days=180))
    return run


@pytest.fixture
def new(old):
    """The same firm later: two themes up, one down, one that nobody could answer any more."""
    row, token = repeat_run(run=old.stored())
    run = Run(row, token, questionnaire(row.catalogue_version_id, "de"))
    answers = {key: {"value": BETTER.get(item["dimension"], 2)} for key, item in run.texts.question.items()}
    save_answers(run=row, changes=Changes(answers=answers))
    Client().post(run.url("result"))
    return run


def exported(run: Run, **changes) -> dict:
    """Return the data of a run as it is taken along."""
    return json.loads(Client().get(run.url("data_json")).content) | changes


def upload(document: object, name: str = "digital-check.json") -> SimpleUploadedFile:
    data = document if isinstance(document, bytes) else json.dumps(document).encode()
    return SimpleUploadedFile(name, data, content_type="application/octet-stream")


def rows(page: Page) -> list[list[str]]:
    """Return the texts of the cells of each theme, without the drawing."""
    cells = [text for attributes, text in page.all("td") if "number" in attributes.get("class", "")]
    width = len([text for attributes, text in page.all("th") if "number" in attributes.get("class", "")])
    return [cells[start : start + width] for start in range(0, len(cells), width)]


def test_repeated_run_is_compared_with_the_one_before(client, old, new):
    page = Page(client.get(new.url("progress")))
    assert "In 2 von 9 Themen sind Sie vorangekommen." in page.text
    assert "5 Themen sind etwa gleich geblieben. Ein Thema ist gesunken. Ein Thema lässt sich nicht vergleichen." in (
        page.text
    )
    found = dict(zip(new.texts.dimension, rows(page), strict=False))
    assert found["strategie"] == ["2,0", "4,0", "+2,0 gestiegen"]
    assert found["menschen"] == ["2,0", "1,0", "−1,0 gesunken"]
    assert found["kunden"] == ["2,0", "2,0", "0,0 etwa gleich"]
    assert found["daten"] == ["2,0", "–", "– nicht vergleichbar"]
    assert len(rows(page)) == 10
    assert new.url("result") + "#schritte" in [attributes["href"] for attributes, _text in page.all("a")]


def test_change_through_other_questions_has_columns_of_its_own(client, old, new):
    """A question that is answered only the second time moves the level, and is no progress."""
    first = next(key for key in old.texts.question if key.startswith("kunden."))
    save_answers(run=old.row, changes=Changes(answers={first: {"value": 5}}))
    client.post(old.url("result"))
    save_answers(run=new.row, changes=Changes(answers={first: {"value": "unknown"}}))
    client.post(new.url("result"))
    page = Page(client.get(new.url("progress")))
    found = dict(zip(new.texts.dimension, rows(page), strict=False))
    assert found["kunden"] == ["2,6", "2,0", "0,0 etwa gleich", "−0,6", "−0,6"]
    assert found["strategie"] == ["2,0", "4,0", "+2,0 gestiegen", "0,0", "+2,0"]
    assert "Durch andere Fragen" in page.text


def test_page_shows_the_numbers_of_the_engine(client, old, new):
    """Labels, changes at the same questions and counts are those of the scoring rules."""
    catalogue = scoring_catalogue(new.row.catalogue_version_id)
    before, after = (Result.objects.get(assessment=run.row).inputs for run in (old, new))
    changes = compare(
        catalogue,
        catalogue,
        old_profile=before["profile"],
        old_answers=before["answers"],
        new_profile=after["profile"],
        new_answers=after["answers"],
    )
    context = client.get(new.url("progress")).context
    for key, row in zip(new.texts.dimension, context["rows"], strict=True):
        expected = changes["dimensions"][key]
        assert (row.again_level, row.label) == (expected["level_shown"], expected["label"])
    assert (context["overall"].again_level, context["overall"].label) == (
        changes["overall"]["level_shown"],
        changes["overall"]["label"],
    )


def test_drawing_has_a_hollow_and_a_full_dot_where_both_levels_exist(client, old, new):
    page = Page(client.get(new.url("progress")))
    drawings = len(page.all("line", class_="gap-change"))
    assert drawings == 9  # eight themes and the whole; one theme has no later level
    assert len(page.all("circle", class_="gap-before")) == 10 + 1  # and one in the legend
    assert len(page.all("circle", class_="gap-own")) == 9 + 1


@pytest.mark.parametrize("missing", ["no origin", "deleted", "expired", "no earlier result", "other family"])
def test_without_an_earlier_result_progress_leads_to_the_choice(client, old, new, missing):
    if missing == "no origin":
        Assessment.objects.filter(pk=new.row.pk).update(origin=None)
    elif missing == "deleted":
        client.post(old.url("delete"))
    elif missing == "expired":
        Assessment.objects.filter(pk=old.row.pk).update(expires_at=now())
    elif missing == "no earlier result":
        Result.objects.filter(assessment=old.row).delete()
    else:
        Assessment.objects.filter(pk=new.row.pk).update(origin=make_answered_run("kurz-check").row)
    answer = client.get(new.url("progress"))
    assert (answer.status_code, answer["Location"]) == (302, ADDRESS)


def test_progress_without_own_result_leads_to_the_end_of_the_check(client, old):
    row, token = repeat_run(run=old.stored())
    address = new_address = Run(row, token, old.texts)
    assert client.get(address.url("progress"))["Location"] == new_address.url("finish")


@pytest.mark.parametrize(
    "form",
    [
        "{link}",
        "  {link} \n",
        "https://andere.example/en/check/lauf/{token}/ergebnis/?x=1#y",
        "{token}",
        "Mein Link: http://testserver/check/lauf/{token}/ bitte aufheben",
    ],
)
def test_link_is_understood_in_every_form_and_order(client, old, new, form):
    first = form.format(link=f"http://testserver{old.url()}", token=old.token)
    expected = rows(Page(client.get(new.url("progress"))))
    for sides in ((first, new.token), (new.token, first)):
        answer = client.post(ADDRESS, dict(zip(("first_link", "second_link"), sides, strict=True)))
        assert answer.status_code == 200
        assert rows(Page(answer)) == expected


def test_answer_to_links_stays_out_of_caches_and_sets_no_run_cookie(old, new):
    visitor = Client()
    answer = visitor.post(ADDRESS, {"first_link": old.token, "second_link": new.token})
    assert "no-store" in answer["Cache-Control"]
    assert "digitalradar_run" not in visitor.cookies
    assert old.token not in answer.content.decode()
    assert new.token not in answer.content.decode()


def test_files_and_links_lead_to_the_same_comparison_and_leave_nothing(client, old, new):
    expected = rows(Page(client.get(new.url("progress"))))
    files = {run.token: exported(run) for run in (old, new)}
    before = snapshot()
    for sent in (
        {"first_file": upload(files[old.token]), "second_file": upload(files[new.token])},
        {"first_link": old.token, "second_file": upload(files[new.token])},
        {"first_file": upload(b"\xef\xbb\xbf" + json.dumps(files[new.token]).encode()), "second_link": old.token},
    ):
        answer = client.post(ADDRESS, sent)
        assert answer.status_code == 200
        assert rows(Page(answer)) == expected
    assert snapshot() == before


def test_file_of_a_deleted_run_still_compares(client, old, new):
    document = exported(old)
    client.post(old.url("delete"))
    answer = client.post(ADDRESS, {"first_file": upload(document), "second_link": new.token})
    assert "In 2 von 9 Themen sind Sie vorangekommen." in Page(answer).text


def changed(document: dict, *path: object, to: object) -> dict:
    """Return a copy of a document with one value changed."""
    copy = json.loads(json.dumps(document))
    place = copy
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = to
    return copy


INCOMPLETE = "In der Datei fehlt etwas, oder sie wurde verändert."
WRONG_FILES = {
    "empty": (lambda _: b"", "kein lesbares JSON"),
    "no json": (lambda _: b"PK\x03\x04 Tabelle", "kein lesbares JSON"),
    "not utf-8": (lambda _: b"\xff\xfe{}", "kein lesbares JSON"),
    "huge number": (lambda _: b'{"format": 1e999999999}', "keine Datei eines Checks"),
    "nan": (lambda _: b'{"format": NaN}', "kein lesbares JSON"),
    "deep": (lambda _: b"[" * 200_000, "kein lesbares JSON"),
    "key twice": (lambda _: b'{"format": "digitalradar-run", "format": "digitalradar-run"}', "kein lesbares JSON"),
    "list": (lambda _: b"[]", "keine Datei eines Checks"),
    "other document": (lambda _: b'{"name": "x"}', "keine Datei eines Checks"),
    "other format": (lambda good: changed(good, "format", to="x"), "keine Datei eines Checks"),
    "later format": (lambda good: changed(good, "format_version", to=2), "eine Form, die dieses Portal nicht kennt"),
    "true as version": (lambda good: changed(good, "format_version", to=True), "eine Form, die dieses Portal nicht"),
    "no results": (lambda good: changed(good, "results", to=[]), "noch kein Ergebnis"),
    "results no list": (lambda good: changed(good, "results", to={"0": 1}), INCOMPLETE),
    "results of texts": (lambda good: changed(good, "results", to=["x"]), INCOMPLETE),
    "number of result": (lambda good: changed(good, "results", 0, "number", to="1"), INCOMPLETE),
    "inputs": (lambda good: changed(good, "results", 0, "inputs", to=[]), INCOMPLETE),
    "outcome": (lambda good: changed(good, "results", 0, "outcome", to=None), INCOMPLETE),
    "date": (lambda good: changed(good, "results", 0, "created_at", to="gestern"), INCOMPLETE),
    "date without zone": (lambda good: changed(good, "results", 0, "created_at", to="2026-01-01T00:00"), INCOMPLETE),
    "first moment of all": (
        lambda good: changed(good, "results", 0, "created_at", to="0001-01-01T00:00:00+14:00"),
        INCOMPLETE,
    ),
    "last moment of all": (
        lambda good: changed(good, "results", 0, "created_at", to="9999-12-31T23:59:59-12:00"),
        INCOMPLETE,
    ),
    "catalogue": (lambda good: changed(good, "catalogue", to="\0"), INCOMPLETE),
    "catalogue path": (lambda good: changed(good, "catalogue", to="../x"), INCOMPLETE),
    "version": (lambda good: changed(good, "version", to=["2026.1"]), INCOMPLETE),
    "unknown version": (lambda good: changed(good, "version", to="1999.1"), "in diesem Portal nicht bekannt"),
    "unknown catalogue": (
        lambda good: changed(good, "catalogue", to="gibt-es-nicht"),
        "in diesem Portal nicht bekannt",
    ),
    "answer": (
        lambda good: changed(good, "results", 0, "inputs", "answers", "strategie.ziel", "value", to=6),
        "passen nicht zu diesem Check",
    ),
    "answer of another shape": (
        lambda good: changed(good, "results", 0, "inputs", "answers", "strategie.ziel", to=[5]),
        "passen nicht zu diesem Check",
    ),
    "profile": (
        lambda good: changed(good, "results", 0, "inputs", "profile", to={"size": 3}),
        "passen nicht zu diesem Check",
    ),
    "better answer": (
        lambda good: changed(good, "results", 0, "inputs", "answers", "strategie.ziel", "value", to=5),
        "ergeben sich nicht aus ihren Antworten",
    ),
    "better level": (
        lambda good: changed(good, "results", 0, "outcome", "overall", "level_shown", to="4.9"),
        "ergeben sich nicht aus ihren Antworten",
    ),
    "no dimensions": (
        lambda good: changed(good, "results", 0, "outcome", "dimensions", to=["x"]),
        "ergeben sich nicht aus ihren Antworten",
    ),
}


@pytest.mark.parametrize("name", WRONG_FILES)
def test_wrong_file_is_refused_at_its_field_and_the_other_input_stays(client, old, new, name):
    make, sentence = WRONG_FILES[name]
    sent = {"first_file": upload(make(exported(old))), "second_link": new.token}
    before = snapshot()
    answer = client.post(ADDRESS, sent)
    page = Page(answer)
    assert answer.status_code == 400
    assert sentence in page.text
    assert answer.context["form"].errors.keys() == {"first_file"}
    assert page.hidden["second_link"] == new.token
    assert snapshot() == before


WRONG_LINKS = {
    "nothing": ("", "Bitte geben Sie einen Link an"),
    "unknown": ("A" * 24, "führt zu keinem Check"),
    "too short": ("/check/lauf/abc/", "führt zu keinem Check"),
    "one letter too many": ("/check/lauf/{token}x/", "führt zu keinem Check"),
    "any text": ("Guten Tag", "führt zu keinem Check"),
    "shared": ("http://testserver/check/ergebnis/{shared}/", "Das ist ein Link zum Ansehen."),
    "secret of the shared link alone": ("{shared}", "führt zu keinem Check"),
}


@pytest.mark.parametrize("name", WRONG_LINKS)
def test_wrong_link_is_refused_at_its_field(client, old, new, name):
    text, sentence = WRONG_LINKS[name]
    sent = {"first_link": text.format(token=old.token, shared=share(old)), "second_link": new.token}
    answer = client.post(ADDRESS, sent)
    assert answer.status_code == 400
    assert sentence in Page(answer).text
    assert answer.context["form"].errors.keys() == {"first_link"}
    assert ShareLink.objects.count() == 1


def test_run_without_a_result_is_refused(client, new):
    answer = client.post(ADDRESS, {"first_link": make_run().token, "second_link": new.token})
    assert "noch kein Ergebnis angezeigt" in Page(answer).text


def test_link_and_file_for_one_side_are_refused(client, old, new):
    sent = {"first_link": old.token, "first_file": upload(exported(old)), "second_link": new.token}
    assert "nur eines von beiden" in Page(client.post(ADDRESS, sent)).text


@pytest.mark.parametrize("way", ["link", "file"])
def test_same_result_twice_is_refused(client, new, way):
    other = {"second_link": new.token} if way == "link" else {"second_file": upload(exported(new))}
    answer = client.post(ADDRESS, {"first_link": new.token} | other)
    assert answer.status_code == 400
    assert "Das ist zweimal dasselbe Ergebnis." in Page(answer).text


@pytest.mark.parametrize("catalogue", ["cyber-check", "dii"])
@pytest.mark.parametrize("way", ["link", "file"])
def test_checks_without_stages_are_refused(client, new, catalogue, way):
    run = make_answered_run(catalogue)
    client.post(run.url("result"))
    other = {"first_link": run.token} if way == "link" else {"first_file": upload(exported(run))}
    answer = client.post(ADDRESS, other | {"second_link": new.token})
    assert answer.status_code == 400
    assert "Vergleichen lassen sich nur Checks mit Stufen" in Page(answer).text


@pytest.mark.parametrize("catalogue", ["kurz-check", "ki-check"])
def test_other_checks_compare_with_themselves_only(client, new, catalogue):
    runs = [make_answered_run(catalogue, value=value) for value in (2, 3)]
    for run in runs:
        client.post(run.url("result"))
    both = client.post(ADDRESS, {"first_link": runs[0].token, "second_link": runs[1].token})
    assert both.status_code == 200
    mixed = client.post(ADDRESS, {"first_link": runs[0].token, "second_link": new.token})
    assert mixed.status_code == 400
    assert "Das sind zwei verschiedene Checks." in Page(mixed).text


@pytest.mark.usefixtures("forgotten_catalogues")
def test_other_version_of_the_check_is_named(client, old, new):
    version = CatalogueVersion.objects.get(pk=old.row.catalogue_version_id)
    version.pk, version.version, version.is_active = None, "2025.1", False
    version.content = version.content.replace('"2026.1"', '"2025.1"')
    version.save()
    Assessment.objects.filter(pk=old.row.pk).update(catalogue_version=version)
    page = Page(client.get(new.url("progress")))
    assert "verschiedenen Fassungen des Checks (2025.1 und 2026.1)" in page.text


def test_visit_by_the_private_link_winds_the_clock(client, old, new, after):
    expires_at = old.stored().expires_at
    after(days=30)
    client.post(ADDRESS, {"first_link": old.token, "second_link": new.token})
    assert old.stored().expires_at > expires_at


def test_comparison_needs_a_constant_number_of_queries(client, old, new, django_assert_num_queries):
    client.get(new.url("progress"))
    with django_assert_num_queries(4):  # both runs, both results
        client.get(new.url("progress"))
