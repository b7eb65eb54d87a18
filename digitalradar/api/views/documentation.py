"""The OpenAPI document, the page that describes the API to people, and addresses that do not exist."""

import hashlib
import json
from functools import cache
from typing import Never

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_safe

from ..answers import readable
from ..documentation import operations, parts, problems
from ..endpoints import openapi_document
from ..samples import CURL, PYTHON


@require_GET
def openapi_json(request: HttpRequest) -> HttpResponse:
    """Describe the API for programs; always in English."""
    content, tag = _document()
    return readable(request, content, tag=tag, language="en")


@cache
def _document() -> tuple[bytes, str]:
    content = json.dumps(openapi_document(), ensure_ascii=False, separators=(",", ":"), default=str).encode()
    return content, hashlib.sha256(content).hexdigest()[:32]


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """Describe the API to people; the page has an address per language, as all pages."""
    origin = f"{request.scheme}://{request.get_host()}"
    samples = {"curl": CURL, "python": PYTHON}
    context = {
        "operations": operations(),
        "parts": parts(),
        "problems": problems(),
        "openapi_url": reverse("api-openapi"),
        "sample": {name: text.replace("https://digital.example.org", origin) for name, text in samples.items()},
    }
    return render(request, "api/docs.html", context)


@csrf_exempt
def unknown(request: HttpRequest, rest: str) -> Never:
    """Say that there is nothing here, before the pages of the site are searched for it."""
    raise Http404
