"""Files into one document, or a refusal that says where."""

import json
import os
from decimal import Decimal

import pytest

from digitalradar.assessments.catalogue import CatalogueUnreadable, Problem, digest, problems, read_catalogue

from .small import CATALOGUE, ENGLISH, FILES, MEASURES, line_of, write_catalogue


def refusal(path):
    with pytest.raises(CatalogueUnreadable) as caught:
        read_catalogue(path)
    return caught.value.problems


def test_folder_becomes_one_document(tmp_path):
    data = read_catalogue(write_catalogue(tmp_path)).data
    assert [measure["id"] for measure in data["measures"]] == ["geraete-auflisten", "kopien-anlegen"]
    assert data["translations"]["en"]["title"] == "Example check"
    assert "language" not in data["translations"]["en"]
    assert data["measures"][0]["lifts"][0]["share"] == Decimal("0.25")


def test_single_file_gives_the_same_document(tmp_path):
    folder = read_catalogue(write_catalogue(tmp_path / "folder")).data
    file = tmp_path / "one.yaml"
    file.write_text(json.dumps(folder, default=float), encoding="utf-8")
    assert digest(read_catalogue(file).data) == digest(folder)


def test_parts_are_found_in_their_files(tmp_path):
    document = read_catalogue(write_catalogue(tmp_path))
    assert document.locate("dimensions[0].questions[1].text") == (
        str(tmp_path / "catalogue.yaml"),
        line_of(CATALOGUE, "text: Wie oft proben"),
    )
    assert document.locate("measures[1].lifts[0].share") == (
        str(tmp_path / "measures.yaml"),
        line_of(MEASURES, "share: 1}"),
    )
    assert document.locate('translations.en.questions["schutz.kopie"].text') == (
        str(tmp_path / "en.yaml"),
        line_of(ENGLISH, "text: How"),
    )


@pytest.mark.parametrize("place", ["dimensions[0].questions[0].nothing.here", "dimensions[0].questions[0].1-9"])
def test_missing_part_is_found_at_its_parent(tmp_path, place):
    document = read_catalogue(write_catalogue(tmp_path))
    assert document.locate(place)[1] == line_of(CATALOGUE, "- id: schutz.kopie")
    assert document.locate("nothing") == (str(tmp_path / "catalogue.yaml"), 1)


def test_translation_may_leave_texts_out(tmp_path):
    folder = write_catalogue(tmp_path, en="language: en\ntitle: Example check\n")
    assert problems(read_catalogue(folder)) == []


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("catalogue.yaml", b"id: \xff\n", (1, "", "The file is not UTF-8 text; save it as UTF-8.")),
        ("catalogue.yaml", b"a: 1\nb: \xe4\n", (2, "", "The file is not UTF-8 text; save it as UTF-8.")),
        ("catalogue.yaml", b"# " + b"x" * 1_000_001, (1, "", "The file is larger than 1000000 bytes.")),
        ("catalogue.yaml", b"- just\n- a list\n", (1, "", "The file has to hold a mapping of keys and values.")),
        ("en.yaml", b"language: fr\n", (1, "language", "The file is called en.yaml, so the language has to be en.")),
        ("measures.yaml", b"measurements: []\n", (1, "", "This file holds one key, measures.")),
        ("meßwerte.yaml", b"a: 1\n", (1, "", "Which part this is cannot be told; files are measures.yaml or en.yaml.")),
    ],
)  # fmt: skip
def test_unusable_file_is_named(tmp_path, name, content, problem):
    write_catalogue(tmp_path)
    (tmp_path / name).write_bytes(content)
    assert refusal(tmp_path) == [Problem(str(tmp_path / name), *problem)]


def test_all_unreadable_files_are_named_at_once(tmp_path):
    write_catalogue(tmp_path, catalogue="id: [\n", en="title: 'open\n")
    assert [os.path.basename(problem.file) for problem in refusal(tmp_path)] == ["catalogue.yaml", "en.yaml"]


def test_measures_stand_in_one_place_only(tmp_path):
    write_catalogue(tmp_path, catalogue=FILES["catalogue.yaml"] + "measures: []\n")
    assert [problem.reason for problem in refusal(tmp_path)] == [
        "catalogue.yaml already holds measures; they stand in one place only."
    ]


@pytest.mark.parametrize("translations", ["{en: {title: Example}}", "many"])
def test_translations_stand_in_one_place_only(tmp_path, translations):
    write_catalogue(tmp_path, catalogue=FILES["catalogue.yaml"] + f"translations: {translations}\n")
    (problem,) = refusal(tmp_path)
    assert problem.reason == "catalogue.yaml holds translations, too; texts in en stand in one place only."


def test_folder_without_catalogue_and_missing_file_are_refused(tmp_path):
    assert refusal(tmp_path) == [Problem(str(tmp_path), 1, "", "The folder has no file catalogue.yaml.")]
    missing = tmp_path / "missing.yaml"
    assert refusal(missing) == [Problem(str(missing), 1, "", "There is no such file.")]


def test_pipe_is_not_waited_for(tmp_path):
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    assert [problem.reason for problem in refusal(pipe)] == ["There is no such file."]
