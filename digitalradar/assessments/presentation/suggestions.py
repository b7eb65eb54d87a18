"""Answers of another run of the same person, suggested until they are confirmed (scoring.md, section 17)."""

from ..answers import scored_answers
from ..models import Assessment
from ..open_run import OpenRun
from ..queries import questionnaire, scoring_catalogue
from ..scoring import prefill


def suggestions(opened: OpenRun) -> dict[str, int]:
    """Return what the run this one continues suggests, by question."""
    origin = opened.run.origin if opened.run.origin_id else None
    return {} if origin is None else _from_short_check(opened, origin)


def _from_short_check(opened: OpenRun, short: Assessment) -> dict[str, int]:
    found = prefill(
        scoring_catalogue(short.catalogue_version_id),
        scoring_catalogue(opened.run.catalogue_version_id),
        profile=short.profile,
        answers=scored_answers(
            questionnaire(short.catalogue_version_id, "de"), short.answers, short.dimension_relevance
        ),
    )
    return {key: entry["suggested"] for key, entry in found["suggestions"].items()}
