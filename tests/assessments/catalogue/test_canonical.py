"""Same content, same digest; other content, other digest."""

import json
from decimal import Decimal

import pytest

from digitalradar.assessments.catalogue import canonical, digest, read_catalogue

from .small import CATALOGUE, write_catalogue

# Fixed on purpose: stored versions are known by such digests, so the canonical form never changes.
DIGEST_OF_EXAMPLE = "e66e61f7919aa62d459c10dbe67d27f10df47afc5a6da37d35dee639be501e94"
EXAMPLE = {"b": [1, Decimal("0.50"), True, None, "ä\n"], "a": {}}


def test_canonical_form_is_fixed():
    assert canonical(EXAMPLE) == '{"a":{},"b":[1,0.5,true,null,"ä\\n"]}'.encode()
    assert digest(EXAMPLE) == DIGEST_OF_EXAMPLE


def test_canonical_form_reads_back():
    assert json.loads(canonical(EXAMPLE), parse_float=Decimal) == EXAMPLE


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("minutes: {typical: 5, from: 4, to: 6}", "minutes:\n  to: 6\n  from: 4\n  typical: 5"),
        ("title: Beispiel-Check", "title: >\n  Beispiel-Check"),
        ("title: Beispiel-Check", "# remark\ntitle: 'Beispiel-Check'   # remark"),
        ("weight: 1.5", "weight: 1.500"),
        (
            "[Nie., Selten., Oft., Meist., Immer.]\n        na",
            "[\n            Nie., Selten.,\n            Oft., Meist., Immer.]\n        na",
        ),
        ("Täglich.", "Ta\u0308glich."),
    ],
)
def test_layout_does_not_matter(tmp_path, old, new):
    before = digest(read_catalogue(write_catalogue(tmp_path / "a")).data)
    text = CATALOGUE.replace(old, new, 1)
    assert text != CATALOGUE
    assert digest(read_catalogue(write_catalogue(tmp_path / "b", catalogue=text)).data) == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("weight: 1.5", "weight: 1.6"),
        ("Manchmal.", "Selten."),
        ("handwerk: [Nie., Selten.", "handwerk: [Selten., Nie."),
    ],
)
def test_content_matters(tmp_path, old, new):
    before = digest(read_catalogue(write_catalogue(tmp_path / "a")).data)
    text = CATALOGUE.replace(old, new, 1)
    assert digest(read_catalogue(write_catalogue(tmp_path / "b", catalogue=text)).data) != before


@pytest.mark.parametrize("value", [0.5, {1: "a"}, {"a": object()}, Decimal("NaN"), Decimal("Infinity")])
def test_what_no_document_holds_is_refused(value):
    with pytest.raises(TypeError):
        canonical({"a": value})
