"""What the page „Fassungen vergleichen“ shows: differences by dimension, and what stays comparable."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..queries.catalogues import document, questionnaire, scoring_catalogue
from ..scoring.matching import Match, match_questions
from .comparing import ComparedRow, ComparedThing, Comparison, Side

OTHER_SORTS = ("sector", "notice", "open question", "export group")


@dataclass(frozen=True)
class ComparedQuestion:
    """A question that differs, and what becomes of answers given before."""

    thing: ComparedThing
    is_comparable: bool
    comparable_words: str


@dataclass(frozen=True)
class ComparedDimension:
    """A dimension with the questions that differ."""

    thing: ComparedThing
    questions: list[ComparedQuestion]
    same_count: int


@dataclass(frozen=True)
class Counts:
    """How many questions are new, gone, changed and the same, and how many of the new version stay comparable."""

    added: int
    removed: int
    changed: int
    same: int
    comparable: int
    asked: int


@dataclass(frozen=True)
class ComparisonPage:
    """Everything the page says; ``is_same_family`` is False where results are never compared."""

    counts: Counts
    is_same: bool
    is_same_family: bool
    head: ComparedThing
    dimensions: list[ComparedDimension]
    measures: list[ComparedThing]
    others: list[ComparedThing]
    orders: list[ComparedRow]


def comparison_page(old_id: int, new_id: int) -> ComparisonPage:
    """Compare two loaded versions by their row ids."""
    old, new = (Side(document(pk), questionnaire(pk, "de")) for pk in (old_id, new_id))
    found = Comparison(old, new)
    is_same_family = old.document["family"] == new.document["family"]
    matches = match_questions(scoring_catalogue(old_id), scoring_catalogue(new_id)) if is_same_family else {}
    dimensions = list(_dimensions(found, matches))
    return ComparisonPage(
        counts=_counts(found, matches),
        is_same=not found.changes,
        is_same_family=is_same_family,
        head=found.thing("catalogue", ""),
        dimensions=[item for item in dimensions if item.questions or item.thing.state != "same"],
        measures=found.of_sort("measure"),
        others=[thing for sort in OTHER_SORTS for thing in found.of_sort(sort)],
        orders=[row for sort in ("dimension", "question", "measure") for row in found.order(sort)],
    )


def _dimensions(found: Comparison, matches: dict[str, Match]) -> Iterator[ComparedDimension]:
    """A question stands where the new version has it; one that is gone stands where the old one had it."""
    old, new = found.old.texts, found.new.texts
    for name in dict.fromkeys([*new.dimension, *old.dimension]):
        asked = [question["id"] for question in new.dimension.get(name, {"questions": []})["questions"]]
        gone = [question["id"] for question in old.dimension.get(name, {"questions": []})["questions"]]
        gone = [question for question in gone if question not in new.question]
        questions = [_question(found.thing("question", id), matches) for id in [*asked, *gone]]
        differing = [question for question in questions if question.thing.state != "same"]
        yield ComparedDimension(found.thing("dimension", name), differing, len(questions) - len(differing))


def _question(thing: ComparedThing, matches: dict[str, Match]) -> ComparedQuestion:
    """Say what becomes of old answers by the rule that compares two runs (scoring.md, section 16)."""
    if thing.state == "removed":
        heir = next((match.new.id for match in matches.values() if match.old.id == thing.id), None)
        if heir:
            return ComparedQuestion(thing, True, _("Entfällt; alte Antworten zählen bei „%(id)s“.") % {"id": heir})
        return ComparedQuestion(thing, False, _("Entfällt; alte Antworten lassen sich nicht mehr vergleichen."))
    match = matches.get(thing.id)
    if match is None:
        return ComparedQuestion(
            thing, False, _("Ohne Vorgängerin; ein früheres Ergebnis lässt sich hier nicht vergleichen.")
        )
    if match.stages is not None:
        return ComparedQuestion(
            thing, True, _("Folgt auf „%(id)s“; alte Antworten werden übertragen.") % {"id": match.old.id}
        )
    return ComparedQuestion(thing, True, _("Gleiche Kennung; alte Antworten gelten als vergleichbar."))


def _counts(found: Comparison, matches: dict[str, Match]) -> Counts:
    new, old = found.new.texts.question, found.old.texts.question
    states = [found.thing("question", id).state for id in dict.fromkeys([*new, *old])]
    return Counts(
        added=states.count("added"),
        removed=states.count("removed"),
        changed=states.count("changed"),
        same=states.count("same"),
        comparable=len(matches),
        asked=len(new),
    )
