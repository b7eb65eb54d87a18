"""A catalogue is loaded whole or not at all, and what was loaded never changes."""

import json

import pytest
from django.db import IntegrityError, transaction

from digitalradar.assessments.catalogue import canonical, read_catalogue
from digitalradar.assessments.models import CatalogueVersion
from digitalradar.assessments.queries import active_questionnaire, questionnaire
from digitalradar.assessments.services.catalogues import CatalogueRefused, activate, load_catalogue, load_shipped
from digitalradar.assessments.services.runs import start_run
from tests.assessments.catalogue.small import CATALOGUE, write_catalogue
from tests.assessments.together import together

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("forgotten_catalogues")]

NEXT = CATALOGUE.replace('"2026.1"', '"2026.2"').replace("title: Beispiel-Check", "title: Beispiel-Check, neu gefasst")
REWORDED = CATALOGUE.replace("Wie sichern Sie Ihre Daten?", "Wie sichern Sie Ihre Daten heute?")


def loaded() -> list[tuple[str, bool]]:
    """Return the versions in the order of loading and whether they are active."""
    return list(CatalogueVersion.objects.order_by("pk").values_list("version", "is_active"))


def test_load_catalogue_stores_a_new_version_and_activates_it(tmp_path):
    folder = write_catalogue(tmp_path)
    version, is_new = load_catalogue(folder)
    stored = CatalogueVersion.objects.get()
    assert (is_new, version) == (True, stored)
    assert (stored.catalogue, stored.family, stored.version, stored.is_active) == (
        "beispiel-check",
        "beispiel",
        "2026.1",
        True,
    )
    assert stored.content == canonical(read_catalogue(folder).data).decode()
    assert json.loads(stored.content)["translations"]["en"]["title"] == "Example check"


def test_load_catalogue_changes_nothing_when_the_content_is_the_same(tmp_path):
    first, _ = load_catalogue(write_catalogue(tmp_path / "first"))
    before = CatalogueVersion.objects.values().get()
    again = write_catalogue(tmp_path / "again", catalogue="# Anders gesetzt, gleicher Inhalt\n" + CATALOGUE)
    assert load_catalogue(again) == (first, False)
    assert CatalogueVersion.objects.values().get() == before


def test_load_catalogue_refuses_other_content_under_a_loaded_version(tmp_path):
    load_catalogue(write_catalogue(tmp_path / "first"))
    before = CatalogueVersion.objects.values().get()
    changed = write_catalogue(tmp_path / "changed", catalogue=REWORDED)
    with pytest.raises(CatalogueRefused) as refused:
        load_catalogue(changed)
    assert str(refused.value) == (
        f"{changed}/catalogue.yaml:3: version: "
        "Version 2026.1 of beispiel-check is loaded with other content; raise the version."
    )
    assert CatalogueVersion.objects.values().get() == before


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("catalogue", NEXT.replace("dimensions:", "dimensionen:"), "The key dimensions is missing."),
        ("catalogue", NEXT + "  - [", "This is not valid YAML"),
        ("catalogue", NEXT.replace("implies: [merkmale.netz]", "implies: [merkmale.nix]"), "merkmale.nix"),
        ("measures", "measures: []\nweiteres: 1\n", "This file holds one key, measures."),
        ("en", "questions: {gibt.es.nicht: {text: No}}\n", "gibt.es.nicht"),
    ],
)
def test_load_catalogue_refuses_a_broken_file_whole_and_keeps_the_version_before(tmp_path, name, text, reason):
    load_catalogue(write_catalogue(tmp_path / "first"))
    broken = write_catalogue(tmp_path / "broken", **{"catalogue": NEXT, name: text})
    with pytest.raises(CatalogueRefused, match=reason) as refused:
        load_catalogue(broken)
    assert all(problem.file.startswith(str(broken)) and problem.line >= 1 for problem in refused.value.problems)
    assert loaded() == [("2026.1", True)]
    assert active_questionnaire("beispiel-check", "de").title == "Beispiel-Check"


def test_load_catalogue_refuses_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(CatalogueRefused, match="There is no such file"):
        load_catalogue(tmp_path / "nirgends")
    assert loaded() == []


def test_new_version_is_for_new_runs_and_old_runs_keep_theirs(tmp_path):
    old, _ = load_catalogue(write_catalogue(tmp_path / "old"))
    run, _token = start_run(version=old)
    new, is_new = load_catalogue(write_catalogue(tmp_path / "new", catalogue=NEXT))
    run.refresh_from_db()
    assert (is_new, run.catalogue_version) == (True, old)
    assert loaded() == [("2026.1", False), ("2026.2", True)]
    assert questionnaire(run.catalogue_version_id, "de").title == "Beispiel-Check"
    assert active_questionnaire("beispiel-check", "de").version_id == new.pk
    assert active_questionnaire("beispiel-check", "de").title == "Beispiel-Check, neu gefasst"


def test_loading_an_older_version_again_does_not_bring_it_back(tmp_path):
    old = write_catalogue(tmp_path / "old")
    load_catalogue(old)
    load_catalogue(write_catalogue(tmp_path / "new", catalogue=NEXT))
    assert load_catalogue(old)[1] is False
    assert loaded() == [("2026.1", False), ("2026.2", True)]


def test_activate_brings_an_older_version_back(tmp_path):
    old, _ = load_catalogue(write_catalogue(tmp_path / "old"))
    load_catalogue(write_catalogue(tmp_path / "new", catalogue=NEXT))
    activate(old)
    assert loaded() == [("2026.1", True), ("2026.2", False)]


def test_load_shipped_loads_every_check_once():
    everything = ["cyber-check 2026.1", "digital-check 2026.1", "dii 2026.1", "ki-check 2026.1", "kurz-check 2026.1"]
    assert load_shipped() == everything
    assert load_shipped() == []
    assert [str(version) for version in CatalogueVersion.objects.filter(is_active=True)] == everything


@pytest.mark.database
def test_database_holds_one_active_version_of_a_catalogue(tmp_path):
    load_catalogue(write_catalogue(tmp_path / "old"))
    load_catalogue(write_catalogue(tmp_path / "new", catalogue=NEXT))
    with pytest.raises(IntegrityError), transaction.atomic():
        CatalogueVersion.objects.update(is_active=True)
    assert loaded() == [("2026.1", False), ("2026.2", True)]


def test_a_check_that_does_not_say_what_it_is_for_is_not_offered(tmp_path):
    text = CATALOGUE.replace("purpose: Zeigt, was ein Katalog haben kann.\n", "")
    with pytest.raises(CatalogueRefused) as refused:
        load_catalogue(write_catalogue(tmp_path, catalogue=text))
    assert [problem.path for problem in refused.value.problems] == ["purpose"]
    assert loaded() == []


@pytest.mark.database
def test_database_holds_each_version_once(tmp_path):
    version, _ = load_catalogue(write_catalogue(tmp_path))
    version.pk, version.is_active = None, False
    with pytest.raises(IntegrityError), transaction.atomic():
        version.save(force_insert=True)


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_two_loads_of_the_same_catalogue_at_once_make_one_version(tmp_path):
    folder = write_catalogue(tmp_path)
    results = together(*[lambda: load_catalogue(folder)] * 4)
    assert sorted(is_new for _version, is_new in results) == [False, False, False, True]
    assert loaded() == [("2026.1", True)]


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_two_versions_loaded_at_once_leave_one_active(tmp_path):
    old, new = write_catalogue(tmp_path / "old"), write_catalogue(tmp_path / "new", catalogue=NEXT)
    results = together(lambda: load_catalogue(old), lambda: load_catalogue(new))
    assert [is_new for _version, is_new in results] == [True, True]
    assert sorted(is_active for _version, is_active in loaded()) == [False, True]
