"""What may be sent for scoring, as JSON Schema.

Written by hand and not as models: bodies are read by the scoring engine itself, which coerces nothing, and a model
that described the same would be a second reader. Optional fields may be missing or null everywhere.
"""

from typing import Any

Schema = dict[str, Any]

STAGE: Schema = {"type": "integer", "minimum": 1, "maximum": 5}
TEXT: Schema = {"type": "string", "minLength": 1}
SIZES = ("1-9", "10-49", "50-249", "250+")


def ref(name: str) -> Schema:
    """Return a reference to a described part."""
    return {"$ref": f"#/components/schemas/{name}"}


def listed(items: Schema, **more: Any) -> Schema:
    """Return a list, or null for an empty one."""
    return {"type": ["array", "null"], "items": items, **more}


def optional(schema: Schema, **more: Any) -> Schema:
    """Return the same, or null."""
    return {"anyOf": [schema, {"type": "null"}], **more}


PROFILE: Schema = {
    "type": ["object", "null"],
    "description": "What conditions, targets and comparison look at; other keys with text are kept for conditions.",
    "properties": {
        "sector": {"type": ["string", "null"], "description": "Id of a sector of the catalogue."},
        "size": {"type": ["string", "null"], "description": f"Size class: {', '.join(SIZES)}."},
        "solo": {"type": ["string", "null"], "description": 'A firm of one person: "yes" or "no".'},
        "region": {"type": ["string", "null"], "description": "Town or district."},
    },
    "additionalProperties": {"type": ["string", "null"]},
}
ANSWER: Schema = {
    "type": ["object", "null"],
    "description": "The answer to one question; null is no answer.",
    "properties": {
        "value": {
            "description": "staged, agree: stage 1 to 5. yes_no: yes, no. requirement: met, unmet. "
            'Everywhere "na" (does not apply), "unknown", or null.',
            "anyOf": [STAGE, {"enum": ["yes", "no", "met", "unmet", "na", "unknown", None]}],
        },
        "relevance": {
            "type": ["integer", "null"],
            "minimum": 0,
            "maximum": 3,
            "description": "0 unimportant to 3 very important; a weight, never a score.",
        },
    },
}
ANSWERS: Schema = {
    "type": ["object", "null"],
    "description": "Answers by question id. What stands under ids that the catalogue does not have is not looked at; "
    "these ids are listed in `ignored_answers`. For the Digital Intensity Index the value may stand alone: "
    '`{"dii-1": "yes"}`.',
    "additionalProperties": {"anyOf": [ref("Answer"), {"description": "Anything, under an unknown id."}]},
}
TARGETS: Schema = {
    "type": ["object", "null"],
    "description": "Own target stage by dimension id; without one the catalogue's or that of the size class holds.",
    "additionalProperties": optional(STAGE),
}
DONE: Schema = listed(TEXT, description="Ids of measures that are done.")
SCORE_REQUEST: Schema = {
    "type": "object",
    "description": "A filled-in check. Every part may be missing.",
    "properties": {"profile": ref("Profile"), "answers": ref("Answers"), "targets": TARGETS, "done": DONE},
}

SCORE_EXAMPLE = {
    "profile": {"sector": "handwerk", "size": "10-49"},
    "answers": {
        "sicherheit.sicherung": {"value": 2, "relevance": 3},
        "sicherheit.zugaenge": {"value": 3},
        "sicherheit.notfall": {"value": "unknown"},
    },
    "targets": {"sicherheit": 4},
    "done": ["datensicherung"],
}
INLINE_EXAMPLE = {
    "catalogue": {
        "dimensions": [
            {
                "id": "sicherheit",
                "questions": [{"id": "sicherung"}, {"id": "zugaenge", "weight": 0.5}],
            }
        ],
        "measures": [{"id": "sichern", "effort": 2, "lifts": [{"question": "sicherung", "from": 1, "to": 3}]}],
    },
    "answers": {"sicherung": {"value": 2}, "zugaenge": {"value": 3, "relevance": 3}},
}
COMPARE_EXAMPLE = {
    "op": "compare",
    "old": {
        "catalogue": {"dimensions": [{"id": "d", "questions": [{"id": "q"}]}]},
        "answers": {"q": {"value": 2}},
    },
    "new": {
        "catalogue": {"dimensions": [{"id": "d", "questions": [{"id": "q"}]}]},
        "answers": {"q": {"value": 3}},
    },
}


def body(schema: Schema, **examples: Any) -> Schema:
    """Return the description of a body with its examples."""
    described = {name: {"value": value} for name, value in examples.items()}
    return {"required": True, "content": {"application/json": {"schema": schema, "examples": described}}}


SCORE_BODY = body(ref("ScoreRequest"), some_answers=SCORE_EXAMPLE, nothing_yet={})
INLINE_BODY = body(ref("InlineRequest"), score=INLINE_EXAMPLE, compare=COMPARE_EXAMPLE)
