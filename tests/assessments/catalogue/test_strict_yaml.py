"""The small part of YAML that catalogues are written in."""

import time
from decimal import Decimal

import pytest

from digitalradar.assessments.catalogue.strict_yaml import YamlRefused, read_strict_yaml

BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: no", "no"), ("a: yes", "yes"), ("a: on", "on"), ("a: True", "True"),
        ("a: true", True), ("a: false", False), ("a: 12345678901234567890", "12345678901234567890"),
        ("a: 3", 3), ("a: -3", -3), ("a: 0.25", Decimal("0.25")), ("a: 2026-11-20", "2026-11-20"), ("a: 1-9", "1-9"),
        ("a: 010", "010"), ("a: 0x1F", "0x1F"), ("a: 1e9", "1e9"), ("a: .inf", ".inf"), ("a: .nan", ".nan"),
        ("a: 1:30", "1:30"), ("a: '3'", "3"), ('a: "true"', "true"),
        ("a:", None), ("a: ~", None), ("a: null", None), ("a: ''", ""), ("a: >\n  one\n  two\n", "one two"),
        ("a: '  spaces around '", "spaces around"), ("a: Gru\u0308n", "Grün"), ("a: <<", "<<"),
    ],
)  # fmt: skip
def test_values_are_what_they_look_like(text, value):
    read = read_strict_yaml(text).value["a"]
    assert (read, type(read)) == (value, type(value))


def test_keys_are_always_texts():
    assert read_strict_yaml("{1: a, no: b, 2.5: c}").value == {"1": "a", "no": "b", "2.5": "c"}


@pytest.mark.parametrize(
    ("text", "line", "path", "reason"),
    [
        (BOMB, 1, ("a0",), "Anchors and references (& and *) are not read; write the value out."),
        ("a: 1\nb: *a", 2, ("b",), "Anchors and references (& and *) are not read; write the value out."),
        ("a: &x 1", 1, ("a",), "Anchors and references (& and *) are not read; write the value out."),
        ("&x a: 1", 1, (), "Anchors and references (& and *) are not read; write the value out."),
        ("a: 1\nb: !!python/name:os", 2, ("b",), "Tags are not read; leave out tag:yaml.org,2002:python/name:os."),
        ("a: 1\nb:\n  c: 1\n  c: 2", 4, ("b", "c"), "This key stands here twice, first on line 3."),
        ("a: 1\n? [x, y]\n: 2", 2, (), "A key has to be a single word, not a list or a mapping."),
        ("a: 1\n---\nb: 2", 2, (), "A file holds one document; this one has a second."),
        ("", 1, (), "The file is empty."),
        ("# only a remark\n", 1, (), "The file is empty."),
        ("[" * 30 + "]" * 30, 1, (0, 0, 0), "This is nested more than 24 levels deep."),
        ("[" + "1," * 50_001 + "]", 1, (), "The file holds more than 50000 values."),
    ],
    ids=lambda value: str(value)[:20],
)  # fmt: skip
def test_harmful_or_unclear_yaml_is_refused(text, line, path, reason):
    with pytest.raises(YamlRefused) as caught:
        read_strict_yaml(text)
    assert (caught.value.line, caught.value.path, caught.value.reason) == (line, path, reason)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: [1, 2\nc: 3", 3),
        ("a: 'open", 1),
        ("a: 1\n\tb: 2", 2),
        ("a: 1\nb: \x07", 2),
        ("a: \x00", 1),
        ("[" * 100_000, 1),
    ],
    ids=lambda value: str(value)[:20],
)
def test_broken_yaml_is_refused_with_its_line(text, line):
    with pytest.raises(YamlRefused) as caught:
        read_strict_yaml(text)
    assert caught.value.line == line


def test_bomb_is_refused_without_expanding_it():
    start = time.process_time()
    with pytest.raises(YamlRefused):
        read_strict_yaml(BOMB)
    assert time.process_time() - start < 1


def test_lines_are_remembered_for_keys_and_items():
    lines = read_strict_yaml("a: 1\nb:\n  - x\n  - c: y\n").lines
    assert lines == {(): 1, ("a",): 1, ("b",): 2, ("b", 0): 3, ("b", 1): 4, ("b", 1, "c"): 4}
