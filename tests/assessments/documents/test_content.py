"""What documents say: the numbers of the page, on the pages where one looks for them."""

import pytest
from django.utils.translation import override

from digitalradar.assessments.documents import build_document, document_data, document_digest
from digitalradar.assessments.presentation.levels import level_text, with_comma
from digitalradar.assessments.queries import questionnaire
from digitalradar.region.models import ContactPerson, Region
from tests.assessments.documents.conftest import document_and_result, result_of
from tests.factories.assessments import make_answered_run, make_mixed_run
from tests.factories.region import ContactPersonFactory, RegionFactory
from tests.pdf_reader import Document, squeezed

STAGED = ["digital-check", "kurz-check", "ki-check"]


def rows_of(data: dict, *, columns: int) -> list[list]:
    """Return all rows of the tables with so many columns, as plain texts."""
    tables = [block for block in flat(data["blocks"]) if block["kind"] == "table" and len(block["columns"]) == columns]
    return [[plain(cell) for cell in row] for table in tables for row in [*table["rows"], *table["sums"]]]


def flat(blocks: list[dict]) -> list[dict]:
    """Return blocks and everything inside them."""
    found = []
    for block in blocks:
        found += [
            block,
            *flat(block.get("blocks", [])),
            *flat([b for part in block.get("parts", []) if isinstance(part, list) for b in part]),
        ]
    return found


def plain(value: object) -> str:
    """Return a text without its marks."""
    if isinstance(value, list):
        return "".join(map(plain, value))
    if isinstance(value, dict):
        return plain(next((value[key] for key in ("t", "bold", "text") if key in value), ""))
    return "" if value is None else str(value)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("catalogue", STAGED)
@pytest.mark.django_db
def test_levels_and_scores_are_those_of_the_result(catalogue, language):
    found, result = document_and_result(catalogue, language)
    with override(language):
        for scored in [result.outcome["overall"], *result.outcome["dimensions"].values()]:
            if scored["status"] == "scored":
                assert found.says(level_text(scored["level_shown"]))
                assert found.says(with_comma(f"{scored['exact']} = {scored['score']}")), scored
        assert found.says(f"{result.outcome['overall']['shown']}")


@pytest.mark.parametrize("catalogue", STAGED)
@pytest.mark.django_db
def test_each_number_stands_in_the_row_of_its_theme(catalogue):
    result = result_of(make_mixed_run(catalogue, sector="handwerk", size="10-49"))
    texts = questionnaire(result.assessment.catalogue_version_id, "de")
    data = document_data(result, "de")
    by_title = {row[0]: row for row in rows_of(data, columns=5)}
    for dimension in texts.dimensions:
        scored = result.outcome["dimensions"][dimension["id"]]
        if scored["status"] == "scored":
            assert by_title[dimension["title"]][2] == scored["level_shown"].replace(".", ",")
            assert by_title[dimension["title"]][3] == str(scored["target_stage"])
    overall = result.outcome["overall"]
    score = next(block for block in flat(data["blocks"]) if block["kind"] == "score")
    assert score["value"] == overall["level_shown"].replace(".", ",")
    whole = {row[0]: row for row in rows_of(data, columns=3)}
    assert whole["gerundet, auf der Skala von 0 bis 100"][1:] == [
        str(overall["shown"]),
        str(overall["shown_unweighted"]),
    ]
    assert whole["auf der Skala von 1 bis 5"][1] == overall["level_shown"].replace(".", ",")


@pytest.mark.parametrize("catalogue", STAGED)
@pytest.mark.django_db
def test_every_question_stands_in_the_appendix_with_its_answer(catalogue):
    result = result_of(make_mixed_run(catalogue, sector="handwerk", size="10-49"))
    texts = questionnaire(result.assessment.catalogue_version_id, "de")
    answers = {squeezed(row[0]): row for row in rows_of(document_data(result, "de"), columns=6)}
    hidden = set(result.outcome["hidden_questions"])
    for key, question in texts.question.items():
        if key in hidden:
            continue
        row = answers[squeezed(question["text"])]
        value = result.inputs["answers"][key]["value"]
        if isinstance(value, int):
            assert squeezed(texts.anchors(key, "handwerk")[value - 1]) in squeezed(row[1])
            assert row[1].startswith(f"Stufe {value}:")
        else:
            assert row[2] == row[5] == "–"


def test_points_of_cyber_check_and_index_are_those_of_the_result(built):
    found, result, language = built
    with override(language):
        if "points" in result.outcome:
            assert found.says(with_comma(str(result.outcome["points"])))
            assert found.says(f"= {with_comma(str(result.outcome['percent']))}.")
        elif "met" in result.outcome:
            assert found.says(str(result.outcome["score"]))
            assert all(found.says(question["text"]) for question in _criteria(result))


def _criteria(result) -> list[dict]:
    return list(questionnaire(result.assessment.catalogue_version_id, "de").question.values())


def test_summary_has_its_one_page(built):
    document, _result, _language = built
    (first, page), *others = document.outline.items()
    assert first
    assert page == 2
    later = min(page for _title, page in others)
    assert later == 3


def test_pages_are_counted_and_the_source_is_named(built):
    document, result, language = built
    count = len(document.pdf.pages)
    for number, text in enumerate(document.texts[1:], start=2):
        assert squeezed(f"{number}") in squeezed(text)
        assert squeezed(f"{count}") in squeezed(text)
    assert document.says(result.scoring_version)
    assert document.says("Kreis Musterland")
    assert document.says(questionnaire(result.assessment.catalogue_version_id, language).data["version"])


def test_letters_of_names_are_there(document):
    assert document().says("Şule Łukaszewicz-Beispiel")
    assert document().says("Gefördert vom Beispielfonds.")


@pytest.mark.django_db
def test_private_link_and_place_of_the_run_stay_out():
    run = make_mixed_run("digital-check", sector="handwerk", size="10-49", place="Kleinkleckersdorf")
    document = Document(build_document(result_of(run), "de").content)
    assert not document.says(run.token)
    assert not document.says("/lauf/")
    assert not document.says("Kleinkleckersdorf")


@pytest.mark.parametrize("value", [1, 5])
@pytest.mark.django_db
def test_ends_of_the_scale_have_documents_too(value):
    document = Document(build_document(result_of(make_answered_run(value=value, size="10-49")), "de").content)
    assert next(iter(document.outline)) == "Auf einen Blick"
    assert ("Ihre drei nächsten Schritte" in document.outline) == (value == 1)
    assert ("So kann es weitergehen" in document.outline) == (value == 5)


@pytest.mark.django_db
def test_what_people_write_is_text_and_never_code():
    RegionFactory(name='#panic("x") *fett* $x$ <script> @quelle \\ "Kreis" 🚀 Київ')
    ContactPersonFactory(name="=== Überschrift", organisation="- Liste #eval(1)", phone="// 030")
    document = Document(build_document(result_of(make_answered_run(value=2)), "de").content)
    assert document.says('#panic("x") *fett* $x$ <script> @quelle \\ "Kreis"')
    assert document.says("=== Überschrift")
    assert document.says("- Liste #eval(1)")


@pytest.mark.parametrize(("times", "size"), [(4, "10-49"), (9, "")])
@pytest.mark.django_db
def test_very_long_texts_are_laid_out(monkeypatch, times, size):
    """Texts several times as long as any catalogue has, with words that need breaking."""
    result = result_of(make_answered_run(value=1, size=size))
    word = "Donaudampfschifffahrtsgesellschaftskapitänspatentverlängerungsantrag "
    made = document_data(result, "de")
    monkeypatch.setattr("digitalradar.assessments.documents.build.document_data", lambda *_: longer(made, word, times))
    built = build_document(result, "de")
    assert built.pages > 20


def longer(value: object, word: str, times: int) -> object:
    """Return data in which each longer text is repeated and ends with a very long word."""
    if isinstance(value, dict):
        fixed = {"kind", "svg", "lang", "style", "marker", "width", "widths", "mark", "tone", "page_line", "value"}
        return {key: part if key in fixed else longer(part, word, times) for key, part in value.items()}
    if isinstance(value, list):
        return [longer(part, word, times) for part in value]
    return f"{value} " * times + word if isinstance(value, str) and len(value) > 30 else value


@pytest.mark.django_db
def test_same_result_gives_the_same_bytes():
    result = result_of(make_answered_run(value=2, size="10-49"))
    assert build_document(result, "de") == build_document(result, "de")


@pytest.mark.django_db
def test_digest_changes_with_what_the_document_says():
    RegionFactory()
    ContactPersonFactory()
    result = result_of(make_answered_run(value=2, size="10-49"))
    first = document_digest(result, "de")
    assert document_digest(result, "de") == first
    assert document_digest(result, "en") != first
    ContactPerson.objects.update(phone="030 1")
    second = document_digest(result, "de")
    assert second != first
    region = Region.objects.get()
    region.name = "Anderer Kreis"
    region.save()
    assert document_digest(result, "de") != second
