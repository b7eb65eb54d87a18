"""The library holds to its plan (``guide-plan.yaml``), from which the measures of the checks are built."""

from collections.abc import Iterator
from typing import Any

from ..documents import Guide
from ..library import PLAN, Library
from ..problem import Level, Problem
from ..reading import Source
from ..schema import in_order

RULE = "Redaktionsplan"


def check(library: Library) -> Iterator[Problem]:
    """Yield where German guides differ from the plan, English ones from the German, and which are missing."""
    if not library.plan:
        return
    german = {guide.identifier: (source, guide) for source, guide in library.guides if guide.language == "de"}
    broken = {problem.file for problem in library.problems}
    for identifier in library.plan:
        if identifier not in german and f"guides/de/{identifier}.md" not in broken:
            yield Problem(PLAN, 1, f"Der Leitfaden „{identifier}“ ist noch nicht geschrieben.", RULE, Level.RULE)
    for source, guide in library.guides:
        wanted = _planned(library.plan.get(guide.identifier))
        if guide.language != "de":
            wanted = _facets(german[guide.identifier][1]) if guide.identifier in german else None
        if wanted is None:
            reason = "Diesen Leitfaden kennt der Redaktionsplan nicht."
            yield source.problem((), reason, RULE, Level.HINT)
        else:
            yield from _differences(source, _facets(guide), wanted)


def _differences(source: Source, facets: dict[str, Any], wanted: dict[str, Any]) -> Iterator[Problem]:
    for key, value in wanted.items():
        if facets[key] != value:
            reason = f"„{key}“ weicht ab; vorgesehen ist: {_spoken(value)}."
            yield source.problem((key,), reason, RULE, Level.RULE)


def _planned(entry: dict[str, Any] | None) -> dict[str, Any] | None:
    """Return the facets of the plan under the names of a guide."""
    if entry is None:
        return None
    effort = entry["effort"]
    return {
        "topic_field": entry["topic_field"],
        "dimension": entry["dimension"],
        "stages": (entry["maturity"][0], entry["maturity"][-1]),
        "sectors": tuple(in_order("sectors", entry["sectors"])),
        "hours": (effort["hours_min"], effort["hours_max"]),
        "weeks": (effort["weeks_min"], effort["weeks_max"]),
        "cost_class": entry["cost_class"],
        "prerequisites": tuple(entry["prerequisites"]),
        "related": tuple(entry["related"]),
    }


def _facets(guide: Guide) -> dict[str, Any]:
    return {
        "topic_field": guide.topic_field,
        "dimension": guide.dimension,
        "stages": guide.stages,
        "sectors": guide.sectors,
        "hours": guide.hours,
        "weeks": guide.weeks,
        "cost_class": guide.cost_class,
        "prerequisites": tuple(before.guide for before in guide.prerequisites),
        "related": guide.related,
    }


def _spoken(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
