"""Catalogues that are sent along, and the operations on them, as JSON Schema."""

from typing import Any

from .requests import ANSWER, ANSWERS, DONE, PROFILE, SCORE_REQUEST, SIZES, STAGE, TARGETS, TEXT, listed, optional, ref

Schema = dict[str, Any]

KINDS = ["staged", "yes_no", "requirement", "agree"]
WORDS = ["na", "unknown", "met", "unmet", "yes", "no"]
WEIGHT: Schema = {"type": "number", "exclusiveMinimum": 0, "maximum": 1_000_000}
STAGE_MAP: Schema = {
    "type": ["object", "null"],
    "description": "Old stage to new stage; empty or null: unchanged.",
    "propertyNames": {"enum": ["1", "2", "3", "4", "5"]},
    "additionalProperties": STAGE,
}


def _exactly(**properties: Schema) -> Schema:
    """A condition has these keys and no other, because a mistyped one would route silently wrong."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


CONDITION: Schema = {
    "description": "When a question or measure is shown. What is missing makes a leaf false; `not` makes it true. "
    "A question may only look at earlier questions. Nested at most 32 deep.",
    "oneOf": [
        _exactly(all={"type": "array", "items": ref("Condition")}),
        _exactly(any={"type": "array", "items": ref("Condition")}),
        _exactly(**{"not": ref("Condition")}),
        _exactly(profile=TEXT, **{"in": {"type": "array", "items": TEXT}}),
        _exactly(question=TEXT, **{"in": {"type": "array", "items": {"anyOf": [STAGE, {"enum": WORDS}]}}}),
        _exactly(question=TEXT, min=STAGE),
        _exactly(question=TEXT, max=STAGE),
    ],
}
QUESTION: Schema = {
    "type": "object",
    "required": ["id"],
    "properties": {
        "id": {**TEXT, "description": "Unique over dimensions, questions and measures."},
        "kind": {
            "enum": [*KINDS, None],
            "default": "staged",
            "description": "Decides which values an answer may have.",
        },
        "weight": optional(WEIGHT, default=1, description="Counts as written: 0.3 is 3/10."),
        "level": {"enum": ["normal", "top", None], "description": "Requirements only.", "default": "normal"},
        "show_if": optional(ref("Condition")),
        "replaces": {
            "type": ["object", "null"],
            "description": "Id of an earlier version that this question continues.",
            "properties": {"id": TEXT, "stages": STAGE_MAP},
            "required": ["id"],
        },
        "maps_to": listed(
            {"type": "object", "properties": {"question": TEXT, "stages": STAGE_MAP}, "required": ["question"]},
            description="Questions of the main check that this one suggests a stage for.",
        ),
    },
}
DIMENSION: Schema = {
    "type": "object",
    "required": ["id", "questions"],
    "properties": {
        "id": {**TEXT, "description": "Unique over dimensions, questions and measures."},
        "target_stage": {
            "description": "One stage, or one by size class.",
            "anyOf": [
                STAGE,
                {"type": "object", "propertyNames": {"enum": list(SIZES)}, "additionalProperties": STAGE},
                {"type": "null"},
            ],
        },
        "questions": {"type": "array", "minItems": 1, "items": ref("InlineQuestion")},
    },
}
MEASURE: Schema = {
    "type": "object",
    "required": ["id", "effort"],
    "properties": {
        "id": {**TEXT, "description": "Unique over dimensions, questions and measures."},
        "effort": {"type": "integer", "minimum": 1, "maximum": 5, "description": "1 small to 5 large."},
        "requires": listed(TEXT, description="Ids of measures that come before.", uniqueItems=True),
        "show_if": optional(ref("Condition")),
        "lifts": listed(
            {
                "type": "object",
                "required": ["question", "to"],
                "properties": {
                    "question": TEXT,
                    "from": optional({"type": "integer", "minimum": 1, "maximum": 4}, default=1),
                    "to": {"type": "integer", "minimum": 2, "maximum": 5, "description": "Above `from`."},
                    "share": optional(
                        {"type": "number", "exclusiveMinimum": 0, "maximum": 1},
                        default=1,
                        description="How central the measure is for the question.",
                    ),
                },
            },
            description="Questions it raises, each from a stage to a higher one.",
        ),
    },
}
CATALOGUE: Schema = {
    "type": "object",
    "description": "What the engine needs of a catalogue; other keys (texts) are not looked at, so the answer of "
    "`GET /api/v1/catalogues/{catalogue}` may be sent back as it is.",
    "required": ["dimensions"],
    "properties": {
        "id": {"type": ["string", "null"], "description": "Name; not used for scoring."},
        "family": {"type": ["string", "null"], "description": "`dii` with an `index` makes it an index check."},
        "version": {"type": ["string", "null"], "description": "Not used for scoring."},
        "min_dimensions": {
            "type": ["integer", "null"],
            "minimum": 1,
            "description": "So many dimensions need a score for an overall one; default two thirds, rounded up.",
        },
        "dimensions": {"type": "array", "minItems": 1, "items": ref("InlineDimension")},
        "measures": listed(ref("InlineMeasure")),
        "dma": listed(
            {"type": "object", "required": ["id"], "properties": {"id": TEXT, "questions": listed(TEXT)}},
            description="Groups of the export in the manner of the EU DMA.",
        ),
    },
}
FIGURES: Schema = {
    "type": "object",
    "required": ["geo", "year", "dii_version", "size", "shares"],
    "properties": {
        "geo": {**TEXT, "description": "Country; a list holds one."},
        "year": {"type": "integer", "minimum": 0, "description": "The latest one is taken."},
        "dii_version": {**TEXT, "description": "Version of the index; others are never compared."},
        "size": {**TEXT, "description": "10-49, 50-249 or GE250."},
        "shares": {
            "type": "array",
            "minItems": 4,
            "maxItems": 4,
            "items": {"type": "number", "minimum": 0},
            "description": "Percent of very low, low, high, very high; together 100, give or take 0.5.",
        },
    },
}
RUN: Schema = {
    "type": "object",
    "required": ["catalogue"],
    "properties": {"catalogue": ref("InlineCatalogue"), "profile": ref("Profile"), "answers": ref("Answers")},
}


def _operation(name: str, required: list[str], description: str, **properties: Schema) -> Schema:
    return {
        "type": "object",
        "description": description,
        "required": ["op", *required],
        "properties": {"op": {"const": name}, **properties},
    }


_SCORED = {"catalogue": ref("InlineCatalogue"), "profile": ref("Profile"), "answers": ref("Answers")}
_FULL = {**_SCORED, "targets": TARGETS, "done": DONE}
_DII = {
    "dii_version": TEXT,
    "criteria": {"type": "array", "minItems": 12, "maxItems": 12, "uniqueItems": True, "items": TEXT},
    "answers": {
        "type": ["object", "null"],
        "description": "yes, no or unknown by criterion; other ids are not looked at.",
        "additionalProperties": {"anyOf": [{"enum": ["yes", "no", "unknown", None]}, {"description": "Other ids."}]},
    },
    "size": {"type": ["string", "null"]},
    "benchmarks": listed(ref("OfficialFigures"), description="Official figures of one country."),
}
INLINE_REQUEST: Schema = {
    "description": "One operation; without `op` the kind of the catalogue decides.",
    "anyOf": [
        {
            "type": "object",
            "description": "Score by the kind of the catalogue.",
            "required": ["catalogue"],
            "properties": {"op": {"type": "null"}, **_FULL},
        },
        {
            "type": "object",
            "description": "The same for an index check (`family` dii), set beside official figures.",
            "required": ["catalogue", "benchmarks"],
            "properties": {"op": {"type": "null"}, **_SCORED, "benchmarks": _DII["benchmarks"]},
        },
        _operation("score", ["catalogue"], "A check with stages.", **_FULL),
        _operation("cyber", ["catalogue"], "A check of requirements.", **_SCORED),
        _operation("dma", ["catalogue"], "Export in the manner of the EU DMA.", **_SCORED),
        _operation("dii", ["dii_version", "criteria"], "The Digital Intensity Index.", **_DII),
        _operation("compare", ["old", "new"], "Two runs of one family.", old=ref("InlineRun"), new=ref("InlineRun")),
        _operation(
            "prefill",
            ["short", "main"],
            "Suggestions for the main check from a short one.",
            short=ref("InlineCatalogue"),
            main=ref("InlineCatalogue"),
            profile=ref("Profile"),
            answers=ref("Answers"),
        ),
    ],
}
COMPONENTS: dict[str, Schema] = {
    "Profile": PROFILE,
    "Answer": ANSWER,
    "Answers": ANSWERS,
    "ScoreRequest": SCORE_REQUEST,
    "InlineRequest": INLINE_REQUEST,
    "InlineCatalogue": CATALOGUE,
    "InlineDimension": DIMENSION,
    "InlineQuestion": QUESTION,
    "InlineMeasure": MEASURE,
    "InlineRun": RUN,
    "Condition": CONDITION,
    "OfficialFigures": FIGURES,
}
