"""Read the measures of a catalogue and check what they wait for."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from .catalogue import Lift, Measure
from .conditions import parse_condition
from .constants import EFFORT_FACTORS, HIGHEST_STAGE, LOWEST_STAGE
from .errors import INVALID_CATALOGUE, ScoringError
from .reading import read_decimal, read_integer, read_list, read_mapping, read_text

AddId = Callable[[object, str], str]


def parse_measures(
    raw: object, add_id: AddId, questions: Collection[str]
) -> tuple[tuple[Measure, ...], tuple[Measure, ...]]:
    """Return the measures in catalogue order, and again with prerequisites first."""
    items = read_list(raw, "measures", INVALID_CATALOGUE)
    measures = tuple(_parse_measure(item, number, add_id, questions) for number, item in enumerate(items))
    _check_prerequisites(measures)
    return measures, _prerequisites_first(measures)


def _parse_measure(raw: object, number: int, add_id: AddId, questions: Collection[str]) -> Measure:
    path = f"measures[{number}]"
    item = read_mapping(raw, path, INVALID_CATALOGUE)
    show_if = item.get("show_if")
    requires = read_list(item.get("requires"), f"{path}.requires", INVALID_CATALOGUE)
    return Measure(
        id=add_id(item.get("id"), f"{path}.id"),
        position=number,
        effort=read_integer(item.get("effort"), f"{path}.effort", INVALID_CATALOGUE, 1, max(EFFORT_FACTORS)),
        requires=tuple(
            read_text(name, f"{path}.requires[{place}]", INVALID_CATALOGUE) for place, name in enumerate(requires)
        ),
        show_if=None if show_if is None else parse_condition(show_if, f"{path}.show_if", questions),
        lifts=_parse_lifts(item.get("lifts"), f"{path}.lifts", questions),
    )


def _parse_lifts(raw: object, path: str, questions: Collection[str]) -> tuple[Lift, ...]:
    lifts: list[Lift] = []
    for number, entry in enumerate(read_list(raw, path, INVALID_CATALOGUE)):
        here = f"{path}[{number}]"
        lift = _parse_lift(read_mapping(entry, here, INVALID_CATALOGUE), here, questions)
        if any(lift.question == other.question for other in lifts):
            raise ScoringError(INVALID_CATALOGUE, "a measure lifts a question only once", f"{here}.question")
        lifts.append(lift)
    return tuple(lifts)


def _parse_lift(item: Mapping[str, Any], path: str, questions: Collection[str]) -> Lift:
    question = read_text(item.get("question"), f"{path}.question", INVALID_CATALOGUE)
    if question not in questions:
        raise ScoringError(INVALID_CATALOGUE, "there is no question with this id", f"{path}.question")
    start = item.get("from")
    start = LOWEST_STAGE if start is None else start
    start = read_integer(start, f"{path}.from", INVALID_CATALOGUE, LOWEST_STAGE, HIGHEST_STAGE - 1)
    to = read_integer(item.get("to"), f"{path}.to", INVALID_CATALOGUE, start + 1, HIGHEST_STAGE)
    share = item.get("share")
    share = read_decimal(1 if share is None else share, f"{path}.share", INVALID_CATALOGUE)
    if not 0 < share <= 1:
        raise ScoringError(INVALID_CATALOGUE, "a share lies above 0 and is at most 1", f"{path}.share")
    return Lift(question, start, to, share)


def _check_prerequisites(measures: Sequence[Measure]) -> None:
    known = {measure.id for measure in measures}
    for number, measure in enumerate(measures):
        for place, name in enumerate(measure.requires):
            path = f"measures[{number}].requires[{place}]"
            if name not in known:
                raise ScoringError(INVALID_CATALOGUE, "there is no measure with this id", path)
            if name in measure.requires[:place]:
                raise ScoringError(INVALID_CATALOGUE, "a prerequisite is named only once", path)


def _prerequisites_first(measures: Sequence[Measure]) -> tuple[Measure, ...]:
    """Order the measures so that each stands after what it requires; refuse circles."""
    open_requirements = {measure.id: len(measure.requires) for measure in measures}
    waiting: dict[str, list[Measure]] = {measure.id: [] for measure in measures}
    for measure in measures:
        for name in measure.requires:
            waiting[name].append(measure)
    ordered = [measure for measure in measures if not measure.requires]
    for measure in ordered:  # grows while it is walked
        for waiter in waiting[measure.id]:
            open_requirements[waiter.id] -= 1
            if not open_requirements[waiter.id]:
                ordered.append(waiter)
    if len(ordered) < len(measures):
        number = next(measure.position for measure in measures if open_requirements[measure.id])
        raise ScoringError(INVALID_CATALOGUE, "the prerequisites form a circle", f"measures[{number}].requires")
    return tuple(ordered)
