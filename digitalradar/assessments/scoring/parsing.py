"""Turn a catalogue document into a :class:`Catalogue`, or refuse it as a whole.

Keys that are not known here (texts, links, translations) are ignored.
"""

from collections.abc import Mapping
from typing import Any

from .catalogue import Catalogue, Dimension, ExportGroup, Question
from .conditions import parse_condition
from .constants import HIGHEST_STAGE, KINDS, LOWEST_STAGE, NORMAL, REQUIREMENT, SIZES, STAGED, TOP
from .errors import INVALID_CATALOGUE, ScoringError
from .parsing_measures import parse_measures
from .parsing_stage_maps import parse_maps_to, parse_replaces
from .reading import read_decimal, read_integer, read_list, read_mapping, read_optional_text, read_text


def parse_catalogue(document: object) -> Catalogue:
    """Return the checked catalogue of a document.

    Raises :class:`ScoringError` with code ``invalid_catalogue`` and the path of the first fault.
    """
    if not isinstance(document, Mapping):
        raise ScoringError(INVALID_CATALOGUE, "a catalogue must be an object")
    ids = _Ids()
    dimensions = _parse_dimensions(document.get("dimensions"), ids)
    questions = [question for dimension in dimensions for question in dimension.questions]
    _check_kinds(dimensions)
    question_ids = {question.id for question in questions}
    measures, prerequisites_first = parse_measures(document.get("measures"), ids.add, question_ids)
    return Catalogue(
        id=read_optional_text(document.get("id"), "id", INVALID_CATALOGUE),
        family=read_optional_text(document.get("family"), "family", INVALID_CATALOGUE),
        version=read_optional_text(document.get("version"), "version", INVALID_CATALOGUE),
        min_dimensions=_parse_minimum(document.get("min_dimensions"), len(dimensions)),
        dimensions=dimensions,
        measures=measures,
        prerequisites_first=prerequisites_first,
        export=_parse_export(document.get("dma"), question_ids),
    )


class _Ids:
    """Ids are unique over the whole catalogue: dimensions, questions and measures together."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def add(self, raw: object, path: str) -> str:
        name = read_text(raw, path, INVALID_CATALOGUE)
        if name in self._taken:
            raise ScoringError(INVALID_CATALOGUE, "this id is used twice", path)
        self._taken.add(name)
        return name


def _parse_dimensions(raw: object, ids: _Ids) -> tuple[Dimension, ...]:
    items = read_list(raw, "dimensions", INVALID_CATALOGUE)
    if not items:
        raise ScoringError(INVALID_CATALOGUE, "there must be at least one dimension", "dimensions")
    earlier: set[str] = set()
    return tuple(_parse_dimension(item, f"dimensions[{number}]", ids, earlier) for number, item in enumerate(items))


def _parse_dimension(raw: object, path: str, ids: _Ids, earlier: set[str]) -> Dimension:
    item = _object(raw, path)
    name = ids.add(item.get("id"), f"{path}.id")
    questions = []
    for number, entry in enumerate(read_list(item.get("questions"), f"{path}.questions", INVALID_CATALOGUE)):
        question = _parse_question(entry, f"{path}.questions[{number}]", name, ids, earlier)
        earlier.add(question.id)
        questions.append(question)
    if not questions:
        raise ScoringError(INVALID_CATALOGUE, "a dimension needs at least one question", f"{path}.questions")
    return Dimension(name, tuple(questions), _parse_targets(item.get("target_stage"), f"{path}.target_stage"))


def _parse_question(raw: object, path: str, dimension: str, ids: _Ids, earlier: set[str]) -> Question:
    item = _object(raw, path)
    weight = read_decimal(_or_default(item.get("weight"), 1), f"{path}.weight", INVALID_CATALOGUE)
    if weight <= 0:
        raise ScoringError(INVALID_CATALOGUE, "a weight must be above 0", f"{path}.weight")
    show_if = item.get("show_if")
    return Question(
        id=ids.add(item.get("id"), f"{path}.id"),
        dimension=dimension,
        kind=_choice(_or_default(item.get("kind"), STAGED), KINDS, f"{path}.kind"),
        weight=weight,
        level=_choice(_or_default(item.get("level"), NORMAL), (NORMAL, TOP), f"{path}.level"),
        show_if=None if show_if is None else parse_condition(show_if, f"{path}.show_if", earlier),
        replaces=parse_replaces(item.get("replaces"), f"{path}.replaces"),
        maps_to=parse_maps_to(item.get("maps_to"), f"{path}.maps_to"),
    )


def _parse_targets(raw: object, path: str) -> dict[str, int]:
    if raw is None:
        return {}
    if not isinstance(raw, Mapping):
        stage = read_integer(raw, path, INVALID_CATALOGUE, LOWEST_STAGE, HIGHEST_STAGE)
        return {"*": stage}
    targets = {}
    for size, stage in raw.items():
        if size not in SIZES:
            raise ScoringError(INVALID_CATALOGUE, f"the size classes are {', '.join(SIZES)}", path)
        targets[size] = read_integer(stage, f"{path}.{size}", INVALID_CATALOGUE, LOWEST_STAGE, HIGHEST_STAGE)
    return targets


def _check_kinds(dimensions: tuple[Dimension, ...]) -> None:
    """Requirements and other kinds never stand in one catalogue."""
    first = dimensions[0].questions[0].kind == REQUIREMENT
    for number, dimension in enumerate(dimensions):
        for place, question in enumerate(dimension.questions):
            if (question.kind == REQUIREMENT) != first:
                path = f"dimensions[{number}].questions[{place}].kind"
                raise ScoringError(INVALID_CATALOGUE, "requirements stand in the cyber check and nowhere else", path)


def _parse_minimum(raw: object, dimensions: int) -> int:
    if raw is None:
        return -(-2 * dimensions // 3)  # two thirds, rounded up
    return read_integer(raw, "min_dimensions", INVALID_CATALOGUE, 1, dimensions)


def _parse_export(raw: object, questions: set[str]) -> tuple[ExportGroup, ...]:
    groups: list[ExportGroup] = []
    taken: set[str] = set()
    names: set[str] = set()
    for number, entry in enumerate(read_list(raw, "dma", INVALID_CATALOGUE)):
        path = f"dma[{number}]"
        item = _object(entry, path)
        name = read_text(item.get("id"), f"{path}.id", INVALID_CATALOGUE)
        if name in names:
            raise ScoringError(INVALID_CATALOGUE, "this id is used twice", f"{path}.id")
        names.add(name)
        members = read_list(item.get("questions"), f"{path}.questions", INVALID_CATALOGUE)
        for place, member in enumerate(members):
            here = f"{path}.questions[{place}]"
            if read_text(member, here, INVALID_CATALOGUE) not in questions:
                raise ScoringError(INVALID_CATALOGUE, "there is no question with this id", here)
            if member in taken:
                raise ScoringError(INVALID_CATALOGUE, "a question is exported only once", here)
            taken.add(member)
        groups.append(ExportGroup(name, tuple(members)))
    return tuple(groups)


def _object(raw: object, path: str) -> Mapping[str, Any]:
    if raw is None:
        raise ScoringError(INVALID_CATALOGUE, "must be an object", path)
    return read_mapping(raw, path, INVALID_CATALOGUE)


def _choice(value: object, allowed: tuple[str, ...], path: str) -> str:
    if not isinstance(value, str) or value not in allowed:
        raise ScoringError(INVALID_CATALOGUE, f"must be one of {', '.join(allowed)}", path)
    return value


def _or_default(value: object, default: object) -> object:
    return default if value is None else value
