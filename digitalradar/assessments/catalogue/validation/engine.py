"""Does the scoring engine take the catalogue?"""

from typing import Any

from ...scoring.errors import ScoringError
from ...scoring.parsing import parse_catalogue
from ..paths import parse
from . import Findings


def check(data: dict[str, Any]) -> Findings:
    """Yield what the engine refuses; it stops at the first fault."""
    try:
        parse_catalogue(data)
    except ScoringError as refusal:
        yield parse(refusal.path), sentence(refusal)


def sentence(refusal: ScoringError) -> str:
    """Return the reason of a refusal as a sentence."""
    return f"{refusal.reason[:1].upper()}{refusal.reason[1:].rstrip('.')}."
