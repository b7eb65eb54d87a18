"""One catalogue version laid out for reading: every text, weight, condition and lift."""

from dataclasses import dataclass
from typing import Any

from ..questionnaire import Questionnaire
from .words import key_order, label, value_words

APART = {"id", "text", "title", "stages", "variants", "questions"}  # shown in places of their own
QUIET = {"kind": "staged", "level": "normal", "na": False}  # said only where it differs
NOT_IN_THE_HEAD = {"stages", "sectors", "notices", "dimensions", "measures", "dma", "open_questions", "text_language"}


@dataclass(frozen=True)
class Fact:
    """One line of a table: what, and how it is; ``is_quoted`` where it is a text of the catalogue, word for word."""

    term: str
    text: str
    is_quoted: bool = False


@dataclass(frozen=True)
class Variant:
    """The five sentences of a question in the words of one sector."""

    sector: str
    stages: list[str]


@dataclass(frozen=True)
class ReadItem:
    """A question, a measure, a notice: its name, what stands in sentences, everything else as facts."""

    id: str
    title: str
    facts: list[Fact]
    stages: list[str]
    variants: list[Variant]


@dataclass(frozen=True)
class ReadDimension:
    """One dimension with its questions."""

    id: str
    title: str
    facts: list[Fact]
    questions: list[ReadItem]


@dataclass(frozen=True)
class Reading:
    """The whole version in the order of the document."""

    head: list[Fact]
    stages: list[dict[str, Any]]
    sectors: list[str]
    notices: list[ReadItem]
    dimensions: list[ReadDimension]
    measures: list[ReadItem]
    exports: list[ReadItem]
    open_questions: list[ReadItem]


def reading(texts: Questionnaire) -> Reading:
    """Lay out a version in the language of ``texts``."""
    data = texts.data
    items = {key: [_item(item, texts) for item in data.get(key, [])] for key in ("notices", "measures", "dma")}
    return Reading(
        head=_facts(
            {key: value for key, value in data.items() if key not in NOT_IN_THE_HEAD}, texts, quiet={}, apart={}
        ),
        stages=data.get("stages", []),
        sectors=[sector["title"] for sector in texts.sectors],
        notices=items["notices"],
        dimensions=[_dimension(dimension, texts) for dimension in texts.dimensions],
        measures=items["measures"],
        exports=items["dma"],
        open_questions=[_item(item, texts) for item in data.get("open_questions", [])],
    )


def _dimension(dimension: dict[str, Any], texts: Questionnaire) -> ReadDimension:
    return ReadDimension(
        id=dimension["id"],
        title=dimension["title"],
        facts=_facts(dimension, texts),
        questions=[_item({"weight": 1, **question}, texts) for question in dimension["questions"]],
    )


def _item(item: dict[str, Any], texts: Questionnaire) -> ReadItem:
    named = "title" if "title" in item else "text"
    left_out = APART - {"text", "title", "questions"} | {named}
    sectors = {sector["id"]: sector["title"] for sector in texts.sectors}
    return ReadItem(
        id=item["id"],
        title=item.get(named, item["id"]),
        facts=_facts(item, texts, apart=left_out),
        stages=item.get("stages", []),
        variants=[Variant(sectors.get(key, key), five) for key, five in item.get("variants", {}).items()],
    )


def _facts(
    thing: dict[str, Any], texts: Questionnaire, *, quiet: dict[str, Any] = QUIET, apart: Any = APART
) -> list[Fact]:
    told = {
        key: value
        for key, value in thing.items()
        if key not in apart and value not in (None, "", [], {}) and not (key in quiet and quiet[key] == value)
    }
    return [
        Fact(label(key, texts), words := value_words(key, value, texts), is_quoted=words == value)
        for key, value in sorted(told.items(), key=_place)
    ]


def _place(item: tuple[str, Any]) -> tuple[int, str]:
    return key_order(item[0])
