"""The full structure of a catalogue: the schema of catalogue files, as the API sends them."""

import json
from typing import Any

from digitalradar.assessments.services.catalogues import SHIPPED

PREFIX = "Catalogue."
CATALOGUE_RESPONSE: dict[str, Any] = {
    "description": "The catalogue in the language asked for.",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Catalogue"}}},
}


def catalogue_components() -> dict[str, Any]:
    """Return the schema of catalogue files as named parts of the OpenAPI document.

    Sent is one language: texts stand in place, ``translations`` are left out, ``text_language`` and ``digest`` added.
    """
    whole = json.loads((SHIPPED / "schema.json").read_text(encoding="utf-8"))
    parts = {name: part for name, part in whole.pop("$defs").items() if name != "translation"}
    for key in ("$schema", "$id"):
        whole.pop(key)
    whole["properties"].pop("translations")
    whole["properties"] |= {
        "text_language": {"type": "string", "description": "Language of the texts in this answer."},
        "digest": {
            "type": "string",
            "pattern": "^[0-9a-f]{64}$",
            "description": "SHA-256 of the whole document, all languages, in canonical JSON.",
        },
    }
    whole["required"] = [*whole["required"], "text_language", "digest"]
    named = {"Catalogue": whole, **{f"{PREFIX}{name}": part for name, part in parts.items()}}
    return {name: _renamed(part) for name, part in named.items()}


def _renamed(value: Any) -> Any:
    """Point references to where the parts stand in an OpenAPI document."""
    if isinstance(value, dict):
        return {key: _target(item) if key == "$ref" else _renamed(item) for key, item in value.items()}
    return [_renamed(item) for item in value] if isinstance(value, list) else value


def _target(reference: str) -> str:
    return reference.replace("#/$defs/", f"#/components/schemas/{PREFIX}")
