"""Whatever stands in a catalogue, checking it ends with a list of problems and never with a crash."""

import copy
import tempfile
from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from digitalradar.assessments.catalogue import CatalogueDocument, CatalogueUnreadable, digest, problems, read_catalogue

from .small import CATALOGUE, write_catalogue

with tempfile.TemporaryDirectory() as folder:
    SOUND = read_catalogue(write_catalogue(Path(folder)))

PLACES = sorted(SOUND.places, key=str)
KEYS = sorted({step for place in PLACES for step in place if isinstance(step, str)})
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-3, 2026)
    | st.sampled_from([Decimal("0.5"), Decimal("-1.25")])
    | st.sampled_from(["", "schutz.kopie", "kopien-anlegen", "na", "1-9", "handel", "staged"])
    | st.text(max_size=5)
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=6,
)


def put(data, place, value):
    *parents, last = place
    for step in parents:
        data = data[step]
    data[last] = value


@settings(max_examples=150, deadline=None)
@given(place=st.sampled_from([place for place in PLACES if place]), value=VALUES)
def test_any_value_at_any_place_is_judged(place, value):
    data = copy.deepcopy(SOUND.data)
    put(data, place, value)
    found = problems(CatalogueDocument(data, SOUND.places))
    assert all(problem.line >= 1 and problem.reason for problem in found)
    if not found:
        assert len(digest(data)) == 64


@settings(max_examples=150, deadline=None)
@given(
    st.integers(0, len(CATALOGUE)),
    st.integers(0, 12),
    st.text(alphabet="[]{}:,-#&*!|>'\"%@`\n\t ab1\x00\ud800", max_size=6),
)
def test_any_damage_to_the_text_is_judged(tmp_path_factory, start, length, damage):
    text = (CATALOGUE[:start] + damage + CATALOGUE[start + length :]).encode("utf-8", "surrogatepass")
    file = tmp_path_factory.mktemp("damage") / "catalogue.yaml"
    file.write_bytes(text)
    try:
        found = problems(read_catalogue(file))
    except CatalogueUnreadable as unreadable:
        found = unreadable.problems
        assert found
    assert all(problem.line >= 1 and problem.reason for problem in found)
