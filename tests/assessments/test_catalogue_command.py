"""``digitalradar catalogue``: what it prints, its exit codes, and what is loaded afterwards."""

import io
import shutil
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from digitalradar.assessments.models import CatalogueVersion
from digitalradar.assessments.services.catalogues import SHIPPED, load_catalogue
from tests.assessments.catalogue.small import CATALOGUE, ENGLISH, line_of, write_catalogue

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("forgotten_catalogues")]

NEXT = (
    CATALOGUE.replace('"2026.1"', '"2026.2"')
    .replace("weight: 1.5", "weight: 2")
    .replace("Wie oft proben", "Wie oft testen")
)
BROKEN = CATALOGUE.replace("weight: 1.5", "wieght: 1.5")


def catalogue(*arguments: object) -> list[str]:
    """Run the command and return the lines it printed."""
    out = io.StringIO()
    call_command("catalogue", *map(str, arguments), stdout=out)
    return out.getvalue().splitlines()


def refused(*arguments: object) -> tuple[list[str], str]:
    """Run the command, expect it to refuse, and return the lines it printed and its last word."""
    out = io.StringIO()
    with pytest.raises(CommandError) as refusal:
        call_command("catalogue", *map(str, arguments), stdout=out)
    assert refusal.value.returncode == 1
    return out.getvalue().splitlines(), str(refusal.value)


def loaded() -> list[str]:
    return [f"{version}{' active' if version.is_active else ''}" for version in CatalogueVersion.objects.order_by("pk")]


def test_check_says_that_catalogues_are_sound(tmp_path):
    small = write_catalogue(tmp_path)
    assert catalogue("check", small, SHIPPED / "kurz-check") == [
        "beispiel-check 2026.1: sound, 4 questions",
        "kurz-check 2026.1: sound, 12 questions",
    ]
    assert loaded() == []


def test_check_of_everything_in_the_package_is_sound():
    folders = sorted(folder for folder in SHIPPED.iterdir() if folder.is_dir())
    assert len(catalogue("check", *folders)) == 6


@pytest.mark.django_db(databases=[])
def test_check_needs_no_database(tmp_path):
    def refuse(*args):
        raise AssertionError("The check asked the database.")

    folder = write_catalogue(tmp_path)
    with connection.execute_wrapper(refuse):
        assert catalogue("check", folder) == ["beispiel-check 2026.1: sound, 4 questions"]


def test_check_names_file_line_place_and_reason_of_every_problem_in_every_file(tmp_path):
    one = write_catalogue(tmp_path / "one", catalogue=BROKEN)
    other = write_catalogue(tmp_path / "other", en=ENGLISH.replace("schutz.kopie:", "schutz.nix:"))
    lines, last = refused("check", one, other, tmp_path / "nowhere")
    assert lines == [
        f"{one}/catalogue.yaml:{line_of(BROKEN, 'wieght')}: dimensions[0].questions[0].wieght: "
        "There is no key wieght; did you mean weight?",
        f'{other}/en.yaml:{line_of(ENGLISH, "schutz.kopie")}: translations.en.questions["schutz.nix"]: '
        "The catalogue has no schutz.nix under questions.",
        f"{tmp_path}/nowhere:1: There is no such file.",
    ]
    assert last == "3 problems"


def test_check_looks_up_links_in_the_package_when_the_other_catalogue_is_not_given(tmp_path):
    folder = Path(shutil.copytree(SHIPPED / "kurz-check", tmp_path / "kurz"))
    text = (folder / "catalogue.yaml").read_text(encoding="utf-8")
    lost = text.replace("{question: strategie.ziel}", "{question: strategie.zeil}", 1)
    (folder / "catalogue.yaml").write_text(lost, encoding="utf-8")
    assert refused("check", folder) == (
        [
            f"{folder}/catalogue.yaml:{line_of(lost, 'strategie.zeil')}: dimensions[0].questions[0].maps_to[0]: "
            "There is no question strategie.zeil in digital-check."
        ],
        "1 problem",
    )


def test_load_loads_and_says_so(tmp_path):
    folder = write_catalogue(tmp_path)
    assert catalogue("load", folder) == ["beispiel-check 2026.1: loaded, new runs use it"]
    assert catalogue("load", folder) == ["beispiel-check 2026.1: was loaded before, unchanged"]
    assert loaded() == ["beispiel-check 2026.1 active"]


def test_load_refuses_all_when_one_is_broken(tmp_path):
    sound, broken = write_catalogue(tmp_path / "sound"), write_catalogue(tmp_path / "broken", catalogue=BROKEN)
    lines, last = refused("load", sound, broken)
    assert (len(lines), last) == (1, "1 problem")
    assert loaded() == []


def test_load_refuses_changed_content_under_a_loaded_version_and_loads_nothing_beside_it(tmp_path):
    load_catalogue(write_catalogue(tmp_path / "first"))
    other = write_catalogue(tmp_path / "other", catalogue=CATALOGUE.replace("id: beispiel-check", "id: anderer-check"))
    changed = write_catalogue(tmp_path / "changed", catalogue=CATALOGUE.replace("weight: 1.5", "weight: 3"))
    lines, _last = refused("load", other, changed)
    assert lines == [
        f"{changed}/catalogue.yaml:3: version: "
        "Version 2026.1 of beispiel-check is loaded with other content; raise the version."
    ]
    assert loaded() == ["beispiel-check 2026.1 active"]


def test_load_refuses_a_link_into_a_check_that_is_not_loaded():
    lines, _last = refused("load", SHIPPED / "kurz-check")
    assert f"{SHIPPED}/kurz-check/catalogue.yaml:" in lines[0]
    assert any("There is no catalogue digital-check." in line for line in lines)
    assert catalogue("load", SHIPPED / "kurz-check", SHIPPED / "digital-check") == [
        "kurz-check 2026.1: loaded, new runs use it",
        "digital-check 2026.1: loaded, new runs use it",
    ]
    assert catalogue("load", SHIPPED / "kurz-check") == ["kurz-check 2026.1: was loaded before, unchanged"]


def test_load_refuses_the_statements_for_employees():
    lines, _last = refused("load", SHIPPED / "beschaeftigte")
    assert "This catalogue is asked in rounds of its own, not loaded." in lines[0]
    assert loaded() == []


def test_diff_of_a_file_shows_what_changed_since_the_active_version(tmp_path):
    load_catalogue(write_catalogue(tmp_path / "old"))
    assert catalogue("diff", write_catalogue(tmp_path / "new", catalogue=NEXT)) == [
        "  catalogue: version changed",
        "  - 2026.1",
        "  + 2026.2",
        "! question schutz.kopie: weight changed",
        "  - 1.5",
        "  + 2",
        "  question schutz.probe: text changed",
        "  - Wie oft proben Sie?",
        "  + Wie oft testen Sie?",
        "3 changes, 1 can move results (!)",
    ]


def test_diff_takes_files_and_loaded_versions_on_both_sides(tmp_path):
    old, new = write_catalogue(tmp_path / "old"), write_catalogue(tmp_path / "new", catalogue=NEXT)
    from_files = catalogue("diff", old, new)
    load_catalogue(old)
    load_catalogue(new)
    names = ("beispiel-check@2026.1", "beispiel-check@2026.2")
    for sides in (names, (old, names[1]), (names[0], new)):
        assert catalogue("diff", *sides) == from_files
    assert catalogue("diff", names[0], "beispiel-check") == from_files
    assert catalogue("diff", new, "beispiel-check") == ["0 changes, 0 can move results (!)"]


@pytest.mark.parametrize("name", ["beispiel-check", "beispiel-check@2030.1", "gibt/es/nicht", "@", ""])
def test_diff_says_when_one_side_is_not_there(tmp_path, name):
    folder = write_catalogue(tmp_path)
    if name == "":
        lines, _last = refused("diff", folder)
        assert lines == ["beispiel-check:1: There is no such file, and no version of this name is loaded."]
    else:
        lines, _last = refused("diff", name, folder)
        assert lines == [f"{name}:1: There is no such file, and no version of this name is loaded."]


def test_command_without_an_action_tells_which_there_are():
    with pytest.raises(CommandError, match=r"check\|load\|diff"):
        call_command("catalogue")
