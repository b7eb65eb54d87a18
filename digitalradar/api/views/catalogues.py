"""Read catalogues: which there are, and all of one."""

import hashlib

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Path, Query, Router

from digitalradar.assessments.scoring.strict_json import write_json

from ..answers import readable
from ..language import asked_language
from ..queries import active_versions, find_version, full_structure, summary
from ..schemas.catalogues import CATALOGUE, VERSION, VERSION_PATTERN, CatalogueList
from ..schemas.documents import CATALOGUE_RESPONSE

router = Router(tags=["catalogues"])


@router.get("/catalogues", response=CatalogueList, operation_id="list_catalogues", summary="List the catalogues")
def list_catalogues(request: HttpRequest) -> HttpResponse:
    """The catalogues of questions that new runs use, by id, each with the address of its full structure."""
    language = asked_language(request)
    entries = [
        {
            **summary(version.id, language),
            "loaded_at": version.loaded_at.isoformat(timespec="seconds"),
            "digest": version.digest,
            "url": reverse("api:read_catalogue", kwargs={"catalogue": version.catalogue}),
            "score_url": reverse("api:score_catalogue", kwargs={"catalogue": version.catalogue}),
        }
        for version in active_versions()
    ]
    content = write_json({"catalogues": entries})
    return readable(request, content, tag=hashlib.sha256(content).hexdigest()[:32], language=language)


@router.get(
    "/catalogues/{slug:catalogue}",
    operation_id="read_catalogue",
    summary="Read the full structure of a catalogue",
    openapi_extra={"responses": {200: CATALOGUE_RESPONSE}},
)
def read_catalogue(
    request: HttpRequest,
    catalogue: str = Path(..., description=CATALOGUE),
    version: str | None = Query(None, pattern=VERSION_PATTERN, description=VERSION),
) -> HttpResponse:
    """Dimensions, questions, stages, variants by sector, conditions, weights, links and measures, with their texts.

    It is the document that the scoring engine reads. Numbers are written in full: a weight of 0.3 is 3/10.
    What is not translated stays in the language of the catalogue; `text_language` says which it is.
    Send `If-None-Match` with the `ETag` of the last answer to get 304 while nothing has changed.
    """
    found = find_version(catalogue, version)
    language = asked_language(request)
    content, text_language = full_structure(found.id, language, found.digest)
    tag = f"{found.digest}-{language}"
    return readable(request, content, tag=tag, language=text_language, modified=found.loaded_at)
