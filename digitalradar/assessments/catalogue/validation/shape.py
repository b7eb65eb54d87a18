"""Does the document have the shape of the published JSON Schema?"""

import json
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

from jsonschema import Draft202012Validator

from . import Findings
from .sentences import findings_of

SCHEMA_FILE = FilePath(__file__).resolve().parents[2] / "catalogues" / "schema.json"


@lru_cache(maxsize=1)
def schema() -> dict[str, Any]:
    """Return the published schema."""
    published: dict[str, Any] = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    return published


def check(data: dict[str, Any]) -> Findings:
    """Yield everything that the schema does not allow."""
    for error in Draft202012Validator(schema()).iter_errors(data):
        yield from findings_of(error)
