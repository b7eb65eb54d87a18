"""Reading catalogues: which there are, and all of one, to the last decimal."""

import json
from decimal import Decimal

import pytest

from digitalradar.assessments.catalogue import canonical
from digitalradar.assessments.localise import localise
from digitalradar.assessments.models import CatalogueVersion
from digitalradar.assessments.queries.catalogues import document
from digitalradar.assessments.services.catalogues import activate, load_catalogue
from tests.api.asking import assert_described, assert_problem, get
from tests.assessments.catalogue.small import CATALOGUE, write_catalogue
from tests.factories.assessments import INSTRUMENTS, all_shipped, shipped

pytestmark = pytest.mark.django_db


def test_list_names_the_catalogues_in_use():
    all_shipped()
    answer = get("catalogues")
    assert_described(answer, "CatalogueList")
    entries = {entry["id"]: entry for entry in answer.json()["catalogues"]}
    assert sorted(entries) == sorted(INSTRUMENTS)
    main = entries["digital-check"]
    assert (main["title"], main["family"], main["version"]) == ("Digital-Check", "main", shipped().version)
    assert (main["dimensions"], main["questions"], main["kinds"]) == (9, 45, ["staged"])
    assert main["languages"] == ["de", "en"]
    assert get(main["url"].removeprefix("/api/v1/")).status_code == 200
    assert entries["cyber-check"]["kinds"] == ["requirement"]


def test_list_says_which_language_each_title_has():
    all_shipped()
    entries = {entry["id"]: entry for entry in get("catalogues", "en").json()["catalogues"]}
    assert entries["digital-check"]["text_language"] == "en"
    assert entries["cyber-check"]["text_language"] == "de"


@pytest.mark.parametrize("catalogue", INSTRUMENTS)
@pytest.mark.parametrize("language", ["de", "en"])
def test_full_structure_is_the_document_the_engine_reads(catalogue, language):
    version = shipped(catalogue)
    answer = get(f"catalogues/{catalogue}", language)
    sent = json.loads(answer.content, parse_float=Decimal)
    assert sent.pop("digest") == version.digest
    assert canonical(sent) == canonical(localise(document(version.pk), language))
    assert_described(answer, "Catalogue")
    assert answer["Content-Language"] == sent["text_language"]


def test_decimals_are_sent_exactly(tmp_path, forgotten_catalogues):
    version, _is_new = load_catalogue(write_catalogue(tmp_path))
    content = version.content.replace('"weight":1.5', '"weight":0.1234567890123456789')
    CatalogueVersion.objects.filter(pk=version.pk).update(content=content)
    assert b'"weight":0.1234567890123456789' in get("catalogues/beispiel-check").content


def test_older_version_stays_readable(tmp_path, forgotten_catalogues):
    load_catalogue(write_catalogue(tmp_path / "old"))
    newer = CATALOGUE.replace('version: "2026.1"', 'version: "2026.2"').replace("title: Schutz", "title: Sicherheit")
    load_catalogue(write_catalogue(tmp_path / "new", catalogue=newer))
    titles = [
        get(f"catalogues/beispiel-check{query}").json()["dimensions"][0]["title"]
        for query in ("", "?version=2026.1", "?version=2026.2")
    ]
    assert titles == ["Sicherheit", "Schutz", "Sicherheit"]


def test_unchanged_catalogue_is_not_sent_again():
    shipped()
    first = get("catalogues/digital-check")
    assert first["ETag"].startswith(f'"{shipped().digest}')
    again = get("catalogues/digital-check", **{"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    assert get("catalogues/digital-check", **{"If-None-Match": '"other"'}).status_code == 200


def test_a_date_alone_says_nothing_about_version_and_language(tmp_path, forgotten_catalogues):
    """Staff may go back to an older version, and both languages were loaded at the same moment."""
    older, _is_new = load_catalogue(write_catalogue(tmp_path / "old"))
    load_catalogue(write_catalogue(tmp_path / "new", catalogue=CATALOGUE.replace('"2026.1"', '"2026.2"')))
    newer = get("catalogues/beispiel-check")
    activate(older)
    since = {"If-Modified-Since": newer["Last-Modified"]}
    assert get("catalogues/beispiel-check", **since).json()["version"] == "2026.1"
    assert get("catalogues/beispiel-check", "en", **since).status_code == 200


def test_each_language_has_its_own_tag():
    shipped()
    german, english = get("catalogues/digital-check", "de"), get("catalogues/digital-check", "en")
    assert german["ETag"] != english["ETag"]
    assert "Accept-Language" in german["Vary"]
    assert get("catalogues/digital-check", "en", **{"If-None-Match": german["ETag"]}).status_code == 200


def test_list_is_not_sent_again_until_a_version_changes(tmp_path, forgotten_catalogues):
    load_catalogue(write_catalogue(tmp_path / "old"))
    tag = get("catalogues")["ETag"]
    assert get("catalogues", **{"If-None-Match": tag}).status_code == 304
    load_catalogue(write_catalogue(tmp_path / "new", catalogue=CATALOGUE.replace('"2026.1"', '"2026.2"')))
    assert get("catalogues", **{"If-None-Match": tag}).status_code == 200


@pytest.mark.parametrize("path", ["catalogues/gibt-es-nicht", "catalogues/digital-check?version=1999.1"])
def test_unknown_catalogue_is_told(path):
    shipped()
    assert_problem(get(path), 404, "unknown_catalogue")


@pytest.mark.parametrize("version", ["", "x", "2026.1%20", "2026", "%F0%9F%9B%A0", "9" * 500])
def test_version_that_cannot_be_one_is_told(version):
    shipped()
    told = assert_problem(get(f"catalogues/digital-check?version={version}"), 422, "invalid_parameter")
    assert told["path"] == "query.version"


@pytest.mark.parametrize("count", [1, len(INSTRUMENTS)])
def test_reading_needs_one_query(django_assert_num_queries, count):
    for catalogue in INSTRUMENTS[:count]:
        shipped(catalogue)
    for path in ("catalogues", "catalogues/digital-check"):
        get(path)
        with django_assert_num_queries(1):
            get(path)
