"""The staff view: what employees and management say to the same statements.

Below five people nothing leaves this module, per dimension and per group.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from .answers import read_profile
from .catalogue import Catalogue, Dimension
from .constants import NOT_STATED, STAFF_FLOOR
from .dimensions import score_group
from .errors import inside
from .evaluation import require_scored
from .numbers import decimal_text, level_difference, level_shown, round_half_up
from .overall import plain_mean
from .reading import read_list, read_mapping, read_optional_text
from .sheet import Sheet, read_sheet
from .small_groups import shown_groups

_Scores = Sequence[tuple[str, Fraction]]  # group and score of each person


@dataclass(frozen=True, slots=True)
class _Person:
    group: str
    sheet: Sheet


def staff_view(
    catalogue: Catalogue, profile: object = None, staff: object = None, management: object = None
) -> dict[str, Any]:
    """Return, per dimension, the view of the staff beside that of the management.

    ``staff`` is a list of {group, answers}, ``management`` of {answers}. A person counts in a dimension
    by the 60 % rule; no relevance. Dimensions below five people are only ``visible: false``.
    """
    require_scored(catalogue)
    company = read_profile(profile)
    people = _read_people(catalogue, company, staff, "staff")
    leaders = _read_people(catalogue, company, management, "management")
    return {
        "dimensions": {
            dimension.id: _dimension(_scores(dimension, people), _scores(dimension, leaders))
            for dimension in catalogue.dimensions
        }
    }


def _read_people(catalogue: Catalogue, profile: Mapping[str, str], raw: object, path: str) -> list[_Person]:
    people = []
    for number, entry in enumerate(read_list(raw, path)):
        item = read_mapping(entry, f"{path}[{number}]")
        with inside(f"{path}[{number}]"):
            group = read_optional_text(item.get("group"), "group")
            sheet = read_sheet(catalogue, profile, item.get("answers"))
        people.append(_Person(group or NOT_STATED, sheet))
    return people


def _scores(dimension: Dimension, people: Sequence[_Person]) -> _Scores:
    """Return group and unweighted score of everybody who counts in the dimension."""
    results = ((person.group, score_group(dimension.questions, person.sheet)) for person in people)
    return [(group, result.score_unweighted) for group, result in results if result.score_unweighted is not None]


def _dimension(people: _Scores, leaders: _Scores) -> dict[str, Any]:
    if len(people) < STAFF_FLOOR:
        return {"visible": False}
    mean = plain_mean([score for _group, score in people])
    lead = plain_mean([score for _group, score in leaders]) if leaders else None
    return {
        "visible": True,
        **_mean_fields(len(people), mean),
        "management_n": len(leaders),
        "management_shown": None if lead is None else round_half_up(lead),
        "management_level_shown": None if lead is None else level_shown(lead),
        "gap_points": None if lead is None else round_half_up(lead) - round_half_up(mean),
        "gap_levels": None if lead is None else level_difference(level_shown(lead), level_shown(mean)),
        "groups": _groups(people),
    }


def _groups(people: _Scores) -> dict[str, dict[str, Any]]:
    """Return the groups that may be shown, in code point order of their names."""
    members: dict[str, list[Fraction]] = {}
    for group, score in people:
        members.setdefault(group, []).append(score)
    shown = shown_groups({group: len(scores) for group, scores in members.items()}, STAFF_FLOOR)
    return {group: _mean_fields(len(members[group]), plain_mean(members[group])) for group in sorted(shown)}


def _mean_fields(n: int, mean: Fraction) -> dict[str, Any]:
    return {"n": n, "score": decimal_text(mean), "shown": round_half_up(mean), "level_shown": level_shown(mean)}
