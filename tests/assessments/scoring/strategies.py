"""Random catalogues, profiles and answers for the property tests."""

from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from .builders import Document, catalogue, dimension, question

moderate = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

SIZES = ("1-9", "10-49", "50-249", "250+")
relevances = st.none() | st.integers(0, 3)
stages = st.integers(1, 5)
weights = st.decimals(Decimal("0.1"), Decimal(9), places=1)
profiles = st.fixed_dictionaries(
    {},
    optional={
        "size": st.sampled_from(SIZES),
        "sector": st.sampled_from(["handwerk", "handel"]),
        "solo": st.sampled_from(["yes", "no"]),
    },
)


def values_of(kind: str) -> st.SearchStrategy[Any]:
    """All values a question of this kind may have, missing included."""
    own = {"staged": stages, "agree": stages, "yes_no": st.sampled_from(["yes", "no"])}.get(
        kind, st.sampled_from(["met", "unmet"])
    )
    return own | st.sampled_from(["na", "unknown", None])


@st.composite
def conditions(draw: st.DrawFn, earlier: list[str], depth: int = 2) -> Document:
    """A condition on the profile or on one of the earlier questions."""
    kinds = ["profile"]
    kinds += ["in", "min", "max"] if earlier else []
    kinds += ["all", "any", "not"] if depth else []
    kind = draw(st.sampled_from(kinds))
    if kind == "profile":
        return {"profile": "size", "in": draw(st.lists(st.sampled_from(SIZES), max_size=3))}
    if kind == "not":
        return {"not": draw(conditions(earlier, depth - 1))}
    if kind in ("all", "any"):
        return {kind: draw(st.lists(conditions(earlier, depth - 1), max_size=2))}
    target = draw(st.sampled_from(earlier))
    if kind == "in":
        return {
            "question": target,
            "in": draw(st.lists(stages | st.sampled_from(["na", "unknown", "yes"]), max_size=4)),
        }
    return {"question": target, kind: draw(stages)}


@st.composite
def catalogues(
    draw: st.DrawFn,
    *,
    routed: bool = False,
    measured: bool = False,
    kinds: tuple[str, ...] = ("staged", "yes_no"),
    fewest_questions: int = 1,
) -> Document:
    """A catalogue of up to four dimensions; ``routed`` with conditions, ``measured`` with measures."""
    names: list[str] = []
    dimensions = []
    for number in range(draw(st.integers(1, 4))):
        questions = []
        for place in range(draw(st.integers(fewest_questions, 5))):
            item = question(f"q{number}.{place}", kind=draw(st.sampled_from(kinds)), weight=draw(weights))
            if item["kind"] == "requirement":
                item["level"] = draw(st.sampled_from(["normal", "top"]))
            if routed and draw(st.booleans()):
                item["show_if"] = draw(conditions(list(names)))
            names.append(item["id"])
            questions.append(item)
        dimensions.append(dimension(f"d{number}", *questions))
    document = catalogue(*dimensions, min_dimensions=draw(st.integers(1, len(dimensions))))
    if measured:
        document["measures"] = draw(measures(names, routed=routed))
    return document


@st.composite
def measures(draw: st.DrawFn, names: list[str], *, routed: bool) -> list[Document]:
    """Up to seven measures whose prerequisites form no circle, in random order."""
    count = draw(st.integers(0, 7))
    result: list[Document] = []
    for number in range(count):
        lifted = draw(st.lists(st.sampled_from(names), unique=True, max_size=3))
        lifts = []
        for name in lifted:
            start = draw(st.integers(1, 4))
            lift: Document = {"question": name, "from": start, "to": draw(st.integers(start + 1, 5))}
            if draw(st.booleans()):
                lift["share"] = draw(st.sampled_from([Decimal("0.25"), Decimal("0.5"), Decimal(1)]))
            lifts.append(lift)
        measure: Document = {"id": f"m{number}", "effort": draw(st.integers(1, 5)), "lifts": lifts}
        if result:
            earlier = [item["id"] for item in result]
            measure["requires"] = draw(st.lists(st.sampled_from(earlier), unique=True, max_size=2))
        if routed and draw(st.integers(0, 3)) == 0:
            measure["show_if"] = draw(conditions(names))
        result.append(measure)
    return draw(st.permutations(result))


def questions_of(document: Document) -> list[Document]:
    return [item for part in document["dimensions"] for item in part["questions"]]


@st.composite
def answer_sheets(draw: st.DrawFn, document: Document) -> Document:
    """Answers to the questions of a catalogue, relevance included."""
    return {
        item["id"]: {"value": draw(values_of(item["kind"])), "relevance": draw(relevances)}
        for item in questions_of(document)
    }


@st.composite
def checks(draw: st.DrawFn, **options: Any) -> tuple[Document, Document, Document]:
    """A catalogue, a profile and answers."""
    document = draw(catalogues(**options))
    return document, draw(profiles), draw(answer_sheets(document))
