"""The OpenAPI document: what django-ninja finds out, and what only we know."""

from typing import Any

from ninja import NinjaAPI

from digitalradar import __version__

from .problem_texts import KINDS
from .schemas.documents import catalogue_components
from .schemas.guides import content_schema, library_components
from .schemas.inline import COMPONENTS
from .schemas.problem import Problem

DESCRIPTION = """\
Catalogues, scoring, released comparison values, the library and the dates of this portal, for programs. No key, no
account, no cookie; nothing that is sent is stored. Texts come in the language of `Accept-Language` (German or
English); codes, ids and fields are the same in both. Reading is open to scripts of other sites (CORS), scoring is
not."""

SHARED_HEADERS = {
    "Content-Language": {"description": "Language of the texts.", "schema": {"type": "string"}},
    "X-Request-ID": {"description": "Name this when asking about a request.", "schema": {"type": "string"}},
}
CACHE_HEADERS = {
    "ETag": {"description": "Names this content; send it back in If-None-Match.", "schema": {"type": "string"}},
    "Last-Modified": {"description": "When it was loaded.", "schema": {"type": "string"}},
}
SCORE_HEADERS = {"Scoring-Version": {"description": "Version of the rules.", "schema": {"type": "string"}}}
RETRY_HEADER = {"Retry-After": {"description": "Seconds to wait.", "schema": {"type": "integer", "minimum": 0}}}
ALLOW_HEADER = {"Allow": {"description": "Methods this address knows.", "schema": {"type": "string"}}}

# Statuses by kind of operation; each is told as problem details.
ALWAYS = (400, 405, 500)
ERRORS = {"get": (*ALWAYS, 404, 422), "post": (*ALWAYS, 404, 413, 415, 422, 429)}
LANGUAGE = {
    "name": "Accept-Language",
    "in": "header",
    "description": "Language of texts and problem details; German unless English is asked for.",
    "schema": {"type": "string"},
    "example": "en",
}


def complete(document: dict[str, Any]) -> dict[str, Any]:
    """Return django-ninja's document with named parts, headers and the answers that tell of refusals."""
    document["components"]["schemas"] |= catalogue_components() | library_components() | COMPONENTS | _problem()
    document["components"]["schemas"]["GuideDocument"]["properties"]["content"] = content_schema()
    document["components"]["parameters"] = {"AcceptLanguage": LANGUAGE}
    document["components"]["responses"] = {f"Problem{status}": _refusal(status) for status in _statuses()}
    for operations in document["paths"].values():
        for method, operation in operations.items():
            operation["responses"] = _answers(method, operation["responses"])
            operation.setdefault("parameters", []).append({"$ref": "#/components/parameters/AcceptLanguage"})
    return document


def _answers(method: str, responses: dict[int, Any]) -> dict[str, Any]:
    own = SCORE_HEADERS if method == "post" else CACHE_HEADERS
    answers = {str(status): {**answer, "headers": {**SHARED_HEADERS, **own}} for status, answer in responses.items()}
    if method == "get":
        answers["304"] = {"description": "Not changed since.", "headers": CACHE_HEADERS}
    answers |= {str(status): {"$ref": f"#/components/responses/Problem{status}"} for status in ERRORS[method]}
    return dict(sorted(answers.items()))


def _refusal(status: int) -> dict[str, Any]:
    codes = [code for code, kind in KINDS.items() if kind.status == status]
    more = {429: RETRY_HEADER, 405: ALLOW_HEADER}.get(status, {})
    return {
        "description": f"Refused: {', '.join(codes)}.",
        "headers": {**SHARED_HEADERS, **more},
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }


def _statuses() -> list[int]:
    return sorted({status for statuses in ERRORS.values() for status in statuses})


def _problem() -> dict[str, Any]:
    """Return the schema of problem details; fields that are missing when empty are never null."""
    schema = Problem.model_json_schema()
    for field in ("path", "reason"):
        schema["properties"][field] = {
            "type": "string",
            "description": schema["properties"][field]["description"],
        }
    return {"Problem": schema}


class Api(NinjaAPI):
    """The API with its completed document, which is built once: it says the same to everybody."""

    def get_openapi_schema(self, **options: Any) -> dict[str, Any]:
        return complete(dict(super().get_openapi_schema(**options)))


def make_api() -> Api:
    """Return the API without operations."""
    return Api(
        title="Digitalradar API",
        version=__version__,
        description=DESCRIPTION,
        urls_namespace="api",
        openapi_url=None,
        docs_url=None,
        servers=[{"url": "/", "description": "This portal."}],
        openapi_extra={
            "info": {"license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"}},
            "tags": [
                {"name": "catalogues", "description": "Questions, weights, conditions and measures."},
                {"name": "scoring", "description": "Results for answers; nothing is stored."},
                {
                    "name": "benchmarks",
                    "description": "Released comparison values of groups of at least ten companies.",
                },
                {"name": "guides", "description": "The library: guides, technology profiles, practice reports."},
                {"name": "events", "description": "Dates where people meet, and whether one can still sign up."},
            ],
        },
    )
