"""The OpenAPI document, and addresses that do not exist."""

import hashlib
import json
from functools import cache
from typing import Never

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET

from ..answers import readable
from ..endpoints import openapi_document


@require_GET
def openapi_json(request: HttpRequest) -> HttpResponse:
    """Describe the API for programs; always in English."""
    content, tag = _document()
    return readable(request, content, tag=tag, language="en")


@cache
def _document() -> tuple[bytes, str]:
    content = json.dumps(openapi_document(), ensure_ascii=False, separators=(",", ":"), default=str).encode()
    return content, hashlib.sha256(content).hexdigest()[:32]


@csrf_exempt
def unknown(request: HttpRequest, rest: str) -> Never:
    """Say that there is nothing here, before the pages of the site are searched for it."""
    raise Http404
