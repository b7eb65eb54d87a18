"""Requests as data: one operation by name, one result or one refusal.

Fields that are not known are ignored; optional ones may be missing or null.
"""

from collections.abc import Callable, Mapping
from typing import Any

from .agreement import rwg
from .benchmark import percentile
from .catalogue import Catalogue
from .cells import cell, release
from .cyber_check import cyber
from .digital_intensity import dii, dii_series
from .errors import INVALID_REQUEST, UNKNOWN_OPERATION, ScoringError, inside
from .eu_dma import dma
from .parsing import parse_catalogue
from .prefilling import prefill
from .reading import read_mapping
from .reassessment import compare
from .results import score
from .small_groups import partition
from .staff import staff_view

Request = Mapping[str, Any]
Result = dict[str, Any]


def run_request(request: object) -> Result:
    """Return the result of a request, or ``{"error": {"code", "detail"}}``; never raises for bad input."""
    try:
        if not isinstance(request, Mapping):
            raise ScoringError(INVALID_REQUEST, "a request must be an object")
        operation = request.get("op")
        if not isinstance(operation, str) or operation not in OPERATIONS:
            raise ScoringError(UNKNOWN_OPERATION, f"must be one of {', '.join(OPERATIONS)}", "op")
        return OPERATIONS[operation](request)
    except ScoringError as refusal:
        return refusal.as_result()


def _catalogue(request: Request, name: str = "catalogue", prefix: str = "") -> Catalogue:
    """Parse a catalogue of the request; its faults are reported with the field before the path."""
    document = request.get(name)
    if document is None:
        raise ScoringError(INVALID_REQUEST, "a catalogue is needed", f"{prefix}{name}")
    with inside(f"{prefix}{name}"):
        return parse_catalogue(document)


def _score(request: Request) -> Result:
    return score(
        _catalogue(request),
        request.get("profile"),
        request.get("answers"),
        request.get("targets"),
        request.get("done"),
    )


def _cyber(request: Request) -> Result:
    return cyber(_catalogue(request), request.get("profile"), request.get("answers"))


def _dma(request: Request) -> Result:
    return dma(_catalogue(request), request.get("profile"), request.get("answers"))


def _staff(request: Request) -> Result:
    return staff_view(_catalogue(request), request.get("profile"), request.get("staff"), request.get("management"))


def _compare(request: Request) -> Result:
    old, new = read_mapping(request.get("old"), "old"), read_mapping(request.get("new"), "new")
    return compare(
        _catalogue(old, prefix="old."),
        _catalogue(new, prefix="new."),
        old_profile=old.get("profile"),
        old_answers=old.get("answers"),
        new_profile=new.get("profile"),
        new_answers=new.get("answers"),
    )


def _prefill(request: Request) -> Result:
    return prefill(
        _catalogue(request, "short"),
        _catalogue(request, "main"),
        request.get("profile"),
        request.get("answers"),
    )


def _percentile(request: Request) -> Result:
    return percentile(request.get("values"), request.get("histogram"), request.get("own"))


def _dii(request: Request) -> Result:
    fields = ("dii_version", "criteria", "answers", "size", "benchmarks")
    return dii(*(request.get(name) for name in fields))


OPERATIONS: dict[str, Callable[[Request], Result]] = {
    "score": _score,
    "cyber": _cyber,
    "dma": _dma,
    "percentile": _percentile,
    "cell": lambda request: cell(request.get("cells"), request.get("profile")),
    "release": lambda request: dict(release(request.get("n"), request.get("published"), request.get("changed"))),
    "rwg": lambda request: rwg(request.get("answers")),
    "partition": lambda request: partition(request.get("groups"), request.get("floor")),
    "dii": _dii,
    "dii_series": lambda request: dict(dii_series(request.get("rows"))),
    "staff": _staff,
    "compare": _compare,
    "prefill": _prefill,
}
