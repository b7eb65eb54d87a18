"""The published schemas are those that files are held against, and say the same as layouts and records."""

import dataclasses

import pytest
from jsonschema import Draft202012Validator

from digitalradar.knowledge.content.layouts import LAYOUTS
from digitalradar.knowledge.content.library import LIBRARY
from digitalradar.knowledge.content.schema import SCHEMAS, in_order, schema
from digitalradar.topics.vocabulary import DIMENSIONS, SECTORS, TOPIC_FIELDS

KINDS = ("guide", "technology", "report", "term")


@pytest.mark.parametrize("name", [*KINDS, "shared"])
def test_schema_is_published_as_it_is_used(name):
    Draft202012Validator.check_schema(schema(name))
    assert (LIBRARY / "schema" / f"{name}.schema.json").resolve() == SCHEMAS / f"{name}.schema.json"


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=lambda layout: f"{layout.kind}-{layout.language}")
def test_schema_layout_and_record_know_the_same_keys_in_the_same_order(layout):
    sections = [key for _heading, section in layout.sections for key in section.keys]
    assert list(schema(layout.kind)["properties"]) == [*layout.head, *sections]
    fields = {field.name for field in dataclasses.fields(layout.document)} - {"identifier", "language"}
    assert fields == {*layout.head, *sections}
    optional = {field.name for field in dataclasses.fields(layout.document) if field.default is None}
    assert set(schema(layout.kind)["properties"]) - set(schema(layout.kind)["required"]) == optional


def test_vocabulary_is_that_of_the_portal():
    shared = schema("shared")["$defs"]
    assert shared["topic_field"]["enum"] == [id for id, *_titles in TOPIC_FIELDS]
    assert shared["dimension"]["enum"] == [id for id, *_titles in DIMENSIONS]
    assert shared["sectors"]["items"]["enum"] == [id for id, *_titles in SECTORS]


def test_unordered_lists_have_one_order():
    assert in_order("sizes", ["50-249", "1-9"]) == ["1-9", "50-249"]
    assert in_order("sectors", ["handel", "industrie"]) == ["industrie", "handel"]
    assert in_order("terms", ["b", "a"]) == ["a", "b"]
