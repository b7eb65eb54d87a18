"""One kept answer: made once from what a view returned, sent many times."""

import hashlib
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from email.utils import formatdate
from functools import cached_property, lru_cache

import brotli
from django.http import HttpRequest, HttpResponse
from django.http.response import ResponseHeaders
from django.utils.http import parse_http_date_safe

from .versions import Position

REVALIDATE = "public, no-cache"  # browsers may keep a page but ask each time whether it is still the same
COMPRESSIBLE = ("text/", "application/json", "application/xml", "application/atom+xml", "image/svg+xml")
SMALL = 400  # bytes that are not worth compressing
# Pages that are kept hold no secret, so their compressed size gives nothing away (BREACH) and needs no random filling.
BROTLI_QUALITY, GZIP_LEVEL = 5, 6
TOLD_AGAIN = ("cache-control", "vary", "etag", "link", "access-control-")  # of a page the browser has already
LEFT_OUT = {"content-length", "x-request-id", "last-modified"}


@dataclass(frozen=True)
class Kept:
    """One answer in all its encodings. ``since`` is what was known before it was made, ``expires`` a Unix time."""

    bodies: dict[str, bytes]
    headers: dict[str, str]
    etag: str
    modified: int
    tags: frozenset[str]
    since: Position
    expires: float
    visit: str

    @cached_property
    def checked_headers(self) -> dict[str, tuple[str, str]]:
        """The headers as Django holds them."""
        return ResponseHeaders(self.headers)._store

    @cached_property
    def modified_text(self) -> str:
        """The date as a header says it."""
        return formatdate(self.modified, usegmt=True)

    @property
    def size(self) -> int:
        """Bytes of memory, roughly: headers and administration take about one kilobyte."""
        return sum(map(len, self.bodies.values())) + 1024


def depends_on(response: HttpResponse) -> set[str]:
    """Return the headers of the request that an answer says it depends on, in lower case."""
    return {name.strip().lower() for name in response.headers.get("Vary", "").split(",")} - {""}


def make(
    response: HttpResponse,
    since: Position,
    *,
    modified: int,
    expires: float,
    by_language: bool,
    encodings: Iterable[str] = ("br", "gzip"),
) -> Kept:
    """Return what is to be kept of an answer that is not compressed yet; what is sent once needs one encoding only.

    Django says of every German address that it depends on ``Accept-Language``; only some do (``by_language``).
    """
    body = response.content
    digest = hashlib.blake2b(body, digest_size=12).hexdigest()
    response.headers.setdefault("ETag", f'W/"{digest}"')
    response.headers["Vary"] = "Accept-Encoding, Cookie" + (", Accept-Language" if by_language else "")
    response.headers.setdefault("Cache-Control", REVALIDATE)
    told = parse_http_date_safe(response.headers.get("Last-Modified", "")) or 0
    return Kept(
        bodies=_encoded(body, response.headers.get("Content-Type", ""), encodings),
        headers={name: value for name, value in response.items() if name.lower() not in LEFT_OUT},
        etag=response.headers["ETag"],
        modified=max(modified, told),
        tags=response.page_cache_tags,
        since=since,
        expires=expires,
        visit=response.page_visit,
    )


def answer(request: HttpRequest, kept: Kept) -> HttpResponse:
    """Return a kept page in an encoding that the browser knows, or 304 if it has this very page."""
    if _has_it(request, kept):
        response = HttpResponse(status=304)
        del response.headers["Content-Type"]
        for name, value in kept.headers.items():
            if name.lower().startswith(TOLD_AGAIN):
                response.headers[name] = value
    else:
        response = _whole(request, kept)
    response.headers["Last-Modified"] = kept.modified_text
    return response


@lru_cache(maxsize=256)
def chosen_encoding(accepted: str) -> str:
    """Return the best encoding that an ``Accept-Encoding`` header allows: ``br``, ``gzip`` or none."""
    weights = {"br": 0.0, "gzip": 0.0}
    for entry in accepted.lower().split(","):
        name, _semicolon, weight = entry.partition(";")
        if name.strip() in weights:
            weights[name.strip()] = _weight(weight)
    best = max(weights, key=lambda name: weights[name])
    return best if weights[best] > 0 else ""


def _weight(parameter: str) -> float:
    try:
        return float(parameter.partition("=")[2] or 1)
    except ValueError:
        return 0.0


def _weak(etag: str) -> str:
    return etag if etag.startswith("W/") else f"W/{etag}"


def _whole(request: HttpRequest, kept: Kept) -> HttpResponse:
    encoding = chosen_encoding(request.META.get("HTTP_ACCEPT_ENCODING", ""))
    body = kept.bodies.get(encoding) if encoding else None
    if body is None:
        encoding, body = "", kept.bodies[""]
    response = HttpResponse(body if request.method == "GET" else b"", content_type="")
    # The headers were checked and encoded when they were set for the first time; doing it each time would take longer
    # than everything else here.
    response.headers._store.update(kept.checked_headers)
    if encoding:
        response.headers["Content-Encoding"] = encoding
        response.headers["ETag"] = _weak(kept.etag)  # other bytes, the same meaning
    response.headers["Content-Length"] = str(len(body))
    return response


def _has_it(request: HttpRequest, kept: Kept) -> bool:
    """Whether the browser's copy is this one: its tag decides, its date only without a tag (RFC 9110, 13.2.2)."""
    tags = request.META.get("HTTP_IF_NONE_MATCH")
    if tags is not None:
        opaque = kept.etag.removeprefix("W/")
        return tags.strip() == "*" or opaque in [tag.strip().removeprefix("W/") for tag in tags.split(",")]
    told = request.META.get("HTTP_IF_MODIFIED_SINCE")
    date = parse_http_date_safe(told) if told else None
    return date is not None and date >= kept.modified


def _encoded(body: bytes, content_type: str, encodings: Iterable[str]) -> dict[str, bytes]:
    bodies = {"": body}
    if len(body) >= SMALL and content_type.startswith(COMPRESSIBLE):
        bodies |= {name: ENCODERS[name](body) for name in encodings if name}
    return bodies


def _brotli(body: bytes) -> bytes:
    return brotli.compress(body, mode=brotli.MODE_TEXT, quality=BROTLI_QUALITY)


def _gzip(body: bytes) -> bytes:
    packer = zlib.compressobj(GZIP_LEVEL, zlib.DEFLATED, 31)  # 31: with the header of a gzip file, without a date
    return packer.compress(body) + packer.flush()


ENCODERS = {"br": _brotli, "gzip": _gzip}
