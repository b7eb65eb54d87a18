"""Score answers. Nothing of a request is stored, logged or kept on the way."""

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router

from digitalradar.assessments.scoring import SCORING_VERSION
from digitalradar.assessments.scoring.strict_json import write_json
from digitalradar.core.rate_limit import rate_limited

from ..answers import scored
from ..bodies import read_body
from ..queries import find_version
from ..schemas.catalogues import CATALOGUE, VERSION, VERSION_PATTERN
from ..schemas.requests import INLINE_BODY, SCORE_BODY
from ..schemas.results import InlineResult, LoadedResult
from ..services import score_inline, score_loaded

router = Router(tags=["scoring"])
PER_MINUTE = 120
INLINE_PER_MINUTE = 60  # a catalogue has to be read first, so it costs more


@router.post(
    "/catalogues/{slug:catalogue}/score",
    response=LoadedResult,
    operation_id="score_catalogue",
    summary="Score answers to a catalogue",
    openapi_extra={"requestBody": SCORE_BODY},
)
@rate_limited("api-score", limit=PER_MINUTE, seconds=60)
def score_catalogue(
    request: HttpRequest,
    catalogue: str = Path(..., description=CATALOGUE),
    version: str | None = Query(None, pattern=VERSION_PATTERN, description=VERSION),
) -> HttpResponse:
    """The result of one filled-in check, as the result page shows it: computed in exact fractions, rounded once.

    Which fields the result has depends on the kind of catalogue: stages (`overall`, `dimensions`, …), requirements
    of the cyber check (`points`, …) or the Digital Intensity Index (`met`, `score`, `comparison`, …).
    Scores are self-ratings: they say how far a company sees itself.
    """
    found = find_version(catalogue, version)
    return scored(write_json(score_loaded(found, read_body(request))), SCORING_VERSION)


@router.post(
    "/score",
    response=InlineResult,
    by_alias=True,
    operation_id="score_inline",
    summary="Score with a catalogue of your own",
    openapi_extra={"requestBody": INLINE_BODY},
)
@rate_limited("api-score-inline", limit=INLINE_PER_MINUTE, seconds=60)
def score_with_catalogue(request: HttpRequest) -> HttpResponse:
    """One operation of the scoring engine on a catalogue that is sent along, in the very bytes of `digitalradar score`.

    A body has at most 256 000 bytes; each catalogue at most 200 questions, 150 measures, 2 000 lifts and
    prerequisites and 5 000 parts of conditions. Texts are not needed for scoring and may be left out.
    """
    return scored(write_json(score_inline(read_body(request))), SCORING_VERSION)
