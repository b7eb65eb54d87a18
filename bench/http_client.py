"""A small browser for measurements: one keep-alive connection, cookies, redirects; every request is timed.

Written on asyncio streams, for the client shares the machine with the server and must cost little.
"""

import asyncio
import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

MAX_REDIRECTS = 5
TIMEOUT = 60.0

# Called with method, path and the seconds from sending the request to the last byte of the answer.
Timed = Callable[[str, str, float], None]


class UnexpectedAnswer(Exception):
    """The portal answered with something else than a page or a redirect."""


@dataclass(frozen=True)
class Page:
    """What the browser shows in the end."""

    path: str
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


class Browser:
    """One person's browser. Use with ``async with``; answers other than 200 and 302 raise UnexpectedAnswer."""

    def __init__(self, port: int, timed: Timed | None = None):
        self.port = port
        self.cookies: dict[str, str] = {}
        self.timed = timed
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def __aenter__(self) -> "Browser":
        return self

    async def __aexit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; the next request opens a new one."""
        if self._streams:
            self._streams[1].close()
        self._streams = None

    async def get(self, path: str) -> Page:
        return await self._follow("GET", path, b"")

    async def post(self, path: str, fields: list[tuple[str, str]]) -> Page:
        return await self._follow("POST", path, urlencode(fields).encode())

    async def _follow(self, method: str, path: str, body: bytes) -> Page:
        for _ in range(MAX_REDIRECTS):
            page = await asyncio.wait_for(self._request(method, path, body), TIMEOUT)
            if page.status == 200:
                return page
            if page.status != 302:
                raise UnexpectedAnswer(f"{method} {path}: {page.status} {page.body[:300]!r}")
            target = urlsplit(page.headers["location"])
            method, body = "GET", b""
            path = f"{target.path}?{target.query}" if target.query else target.path
        raise UnexpectedAnswer(f"{path}: more than {MAX_REDIRECTS} redirects")

    async def _request(self, method: str, path: str, body: bytes) -> Page:
        if self._streams is None:
            self._streams = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self._streams
        started = time.perf_counter()
        writer.write(self._head(method, path, body) + body)
        status, headers = await self._read_head(reader)
        content = await _read_body(reader, headers)
        if self.timed:
            self.timed(method, path, time.perf_counter() - started)
        if headers.get("connection", "").lower() == "close":
            self.close()
        if headers.get("content-encoding") == "gzip":
            content = zlib.decompress(content, wbits=31)
        return Page(path, status, headers, content)

    def _head(self, method: str, path: str, body: bytes) -> bytes:
        host = f"127.0.0.1:{self.port}"
        lines = [f"{method} {path} HTTP/1.1", f"Host: {host}", "Accept-Encoding: gzip", "Accept: text/html"]
        if self.cookies:
            lines.append("Cookie: " + "; ".join(f"{name}={value}" for name, value in self.cookies.items()))
        if method == "POST":
            lines += [f"Origin: http://{host}", "Content-Type: application/x-www-form-urlencoded"]
            lines.append(f"Content-Length: {len(body)}")
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    async def _read_head(self, reader: asyncio.StreamReader) -> tuple[int, dict[str, str]]:
        first, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers: dict[str, str] = {}
        for line in filter(None, lines):
            name, _, value = line.partition(": ")
            if name.lower() == "set-cookie":
                self._keep_cookie(value)
            headers[name.lower()] = value
        return int(first.split()[1]), headers

    def _keep_cookie(self, value: str) -> None:
        name, _, content = value.split(";")[0].partition("=")
        if content.strip('"'):
            self.cookies[name] = content
        else:
            self.cookies.pop(name, None)


async def _read_body(reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
    if headers.get("transfer-encoding") != "chunked":
        return await reader.readexactly(int(headers.get("content-length", 0)))
    parts = []
    while size := int((await reader.readuntil(b"\r\n")).split(b";")[0], 16):
        parts.append(await reader.readexactly(size))
        await reader.readexactly(2)
    await reader.readexactly(2)
    return b"".join(parts)
