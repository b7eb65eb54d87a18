"""Scoring over HTTP: the same engine as pages and command line, nothing stored."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from digitalradar.assessments.outcome import operation_of
from digitalradar.assessments.queries.catalogues import document, scoring_catalogue
from digitalradar.assessments.queries.official import comparison_rows
from digitalradar.assessments.scoring import SCORING_VERSION, Catalogue, cyber, dii, parse_catalogue, score
from digitalradar.assessments.scoring.answers import read_profile
from digitalradar.assessments.scoring.errors import INVALID_REQUEST, UNKNOWN_OPERATION, ScoringError, inside
from digitalradar.assessments.scoring.reading import read_mapping
from digitalradar.assessments.scoring.requests import OPERATIONS

from .limits import check_sizes
from .queries import Loaded

Request = Mapping[str, Any]
Result = dict[str, Any]
# The others need what only we have, or serve a purpose inside the portal.
OFFERED = ("score", "cyber", "dma", "dii", "compare", "prefill")


def score_loaded(version: Loaded, request: Request) -> Result:
    """Score answers to a loaded catalogue; beside the result stand catalogue, version and version of the rules.

    Of the Digital Intensity Index the comparison uses the official figures that are loaded.

    Raises:
        ScoringError: the request is refused.
    """
    catalogue = scoring_catalogue(version.id)
    operation = operation_of(catalogue)
    if operation == "dii":
        index_version = document(version.id)["index"]["version"]
        rows = comparison_rows(index_version, _size(request))
        figures = [{**row, "shares": [Decimal(share) for share in row["shares"]]} for row in rows]
        result = _digital_intensity(catalogue, index_version, request, figures)
    else:
        result = _scored(operation, catalogue, request)
    return {
        **result,
        "catalogue": version.catalogue,
        "version": version.version,
        "scoring_version": SCORING_VERSION,
    }


def score_inline(request: Request) -> Result:
    """Run one operation of the engine on what was sent along, exactly as ``digitalradar score`` would.

    Without ``op`` the kind of the catalogue decides, as with a loaded one; official figures are then those of the
    request.

    Raises:
        Refused: the catalogue is too large.
        ScoringError: the request is refused.
    """
    check_sizes(request)
    operation = request.get("op")
    if operation is None:
        return _score_by_kind(request)
    if not isinstance(operation, str) or operation not in OFFERED:
        raise ScoringError(UNKNOWN_OPERATION, f"must be one of {', '.join(OFFERED)}", "op")
    return OPERATIONS[operation](request)


def _score_by_kind(request: Request) -> Result:
    raw = request.get("catalogue")
    if raw is None:
        raise ScoringError(INVALID_REQUEST, "a catalogue is needed", "catalogue")
    with inside("catalogue"):
        catalogue = parse_catalogue(raw)
    operation = operation_of(catalogue)
    if operation != "dii":
        return _scored(operation, catalogue, request)
    index = read_mapping(raw.get("index"), "catalogue.index")
    return _digital_intensity(catalogue, index.get("version"), request, request.get("benchmarks"))


def _scored(operation: str, catalogue: Catalogue, request: Request) -> Result:
    if operation == "cyber":
        return cyber(catalogue, request.get("profile"), request.get("answers"))
    return score(catalogue, *(request.get(name) for name in ("profile", "answers", "targets", "done")))


def _digital_intensity(catalogue: Catalogue, index_version: object, request: Request, figures: object) -> Result:
    """Answers are plain words or, as in the other checks, objects with ``value``."""
    answers = {
        key: entry.get("value") if isinstance(entry, Mapping) else entry
        for key, entry in read_mapping(request.get("answers"), "answers").items()
    }
    return dii(index_version, [question.id for question in catalogue.questions], answers, _size(request), figures)


def _size(request: Request) -> str | None:
    return read_profile(request.get("profile")).get("size")
