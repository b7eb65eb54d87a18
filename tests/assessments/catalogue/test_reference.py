"""The reference page keeps up with the schema, and its examples work."""

import re
from pathlib import Path

from digitalradar.assessments.catalogue import problems, read_catalogue
from digitalradar.assessments.catalogue.validation.shape import SCHEMA_FILE, schema

REFERENCE = Path(__file__).resolve().parents[3] / "docs" / "reference"
PAGE = (REFERENCE / "catalogue-format.md").read_text(encoding="utf-8")


def keys_of(part):
    if isinstance(part, dict):
        yield from part.get("properties", {})
        for value in part.values():
            yield from keys_of(value)
    elif isinstance(part, list):
        for value in part:
            yield from keys_of(value)


def test_every_key_is_explained():
    words = set(re.findall(r"[a-z_]+", PAGE))
    assert set(keys_of(schema())) - words == set()


def test_examples_are_sound(tmp_path):
    catalogue, english = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    (tmp_path / "catalogue.yaml").write_text(catalogue, encoding="utf-8")
    (tmp_path / "en.yaml").write_text(english, encoding="utf-8")
    assert problems(read_catalogue(tmp_path)) == []


def test_schema_is_published_beside_the_page():
    assert (REFERENCE / "catalogue.schema.json").resolve() == SCHEMA_FILE
