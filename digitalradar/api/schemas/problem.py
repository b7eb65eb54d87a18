"""How refusals look."""

from pydantic import Field

from ..problem_texts import KINDS
from .common import Described


class Problem(Described):
    """Problem details (RFC 9457)."""

    type: str = Field(
        description="Address of the explanation, relative to this server.",
        json_schema_extra={"format": "uri-reference"},
    )
    title: str = Field(description="In the language asked for.")
    status: int = Field(ge=400, le=599, description="The HTTP status.")
    detail: str = Field(description="What to do, in the language asked for.")
    code: str = Field(description="For programs; never changes.", json_schema_extra={"enum": list(KINDS)})
    path: str | None = Field(None, description="Where: `answers[sicherheit.sicherung].value`. Missing if nowhere.")
    reason: str | None = Field(
        None, description="What is wrong there, technical and always English; never repeats values."
    )
