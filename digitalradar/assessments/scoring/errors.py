"""The one refusal of the scoring engine."""

from collections.abc import Iterator
from contextlib import contextmanager

INVALID_ANSWER = "invalid_answer"
INVALID_RELEVANCE = "invalid_relevance"
INVALID_TARGET = "invalid_target"
INVALID_NUMBER = "invalid_number"
INVALID_CATALOGUE = "invalid_catalogue"
INVALID_REQUEST = "invalid_request"
FAMILY_MISMATCH = "family_mismatch"
UNKNOWN_OPERATION = "unknown_operation"


class ScoringError(Exception):
    """A request that is refused as a whole; nothing is scored.

    ``code`` is one of the constants of this module, ``path`` says where
    (``dimensions[4].questions[1].weight``), ``reason`` what is wrong there, and
    ``detail`` is both in one sentence. Values that somebody sent are never repeated.
    """

    def __init__(self, code: str, reason: str, path: str = "") -> None:
        self.code = code
        self.reason = reason
        self.path = path
        self.detail = f"{path}: {reason}" if path else reason
        super().__init__(f"{code}: {self.detail}")

    def as_result(self) -> dict[str, dict[str, str]]:
        """Return the refusal in the shape of a result."""
        return {"error": {"code": self.code, "detail": self.detail}}


@contextmanager
def inside(field: str) -> Iterator[None]:
    """Put a field of the request before the path of whatever is refused within."""
    try:
        yield
    except ScoringError as refusal:
        path = f"{field}.{refusal.path}" if refusal.path else field
        raise ScoringError(refusal.code, refusal.reason, path) from None
