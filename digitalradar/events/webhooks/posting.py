"""One POST to an address that staff have entered: careful where it goes, and quick to give up.

An address could lead into the machine's own network, where a request from here may do what nobody outside may (SSRF).
So the name is looked up once, every address behind it has to be public, and the connection goes to the very address
that was looked at; redirects are not followed.
"""

import socket
import ssl
import threading
from collections.abc import Mapping
from contextlib import suppress
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

SECONDS = 5.0
READ_BYTES = 1024  # of an answer that nobody looks at


class NotAllowed(Exception):
    """Nothing may be sent to this address."""


def post(url: str, body: bytes, headers: Mapping[str, str]) -> int:
    """Send ``body`` and return the status of the answer; within :data:`SECONDS` in all.

    Raises:
        NotAllowed: the address is not https, or leads to a private network.
        OSError: no connection, no certificate, no answer in time or none that is HTTP.
    """
    target = urlsplit(url)
    address = _address_of(target)
    path = (target.path or "/") + (f"?{target.query}" if target.query else "")
    with _Deadline() as deadline:
        connection = _connection(target, address, deadline)
        try:
            connection.request("POST", path, body=body, headers=dict(headers))
            answer = connection.getresponse()
            answer.read(READ_BYTES)
        except (HTTPException, ValueError) as error:
            raise OSError(f"{type(error).__name__}: {error}") from error
        finally:
            connection.close()
    return answer.status


def why_not(url: str) -> str:
    """Return why an address cannot be used, for the form; empty when it can, as far as its name says."""
    target = urlsplit(url)
    if target.scheme == "https" or (target.scheme == "http" and settings.EVENTS_WEBHOOKS_PRIVATE):
        return "" if target.hostname else "The address names no host."
    return "The address has to begin with https://."


def _address_of(target: SplitResult) -> str:
    """Look the name up; return an address that may be connected to."""
    if reason := why_not(target.geturl()):
        raise NotAllowed(reason)
    found = socket.getaddrinfo(target.hostname, _port(target), type=socket.SOCK_STREAM)
    addresses = [str(entry[4][0]) for entry in found]
    if not settings.EVENTS_WEBHOOKS_PRIVATE and not all(map(_is_public, addresses)):
        raise NotAllowed("The address leads to a private network.")
    return addresses[0]


def _is_public(address: str) -> bool:
    """Tell whether anybody on the internet could reach an address; one that hides another counts as that one."""
    found = ip_address(address.partition("%")[0])
    hidden = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    return found.is_global and not found.is_multicast and (hidden is None or hidden.is_global)


def _port(target: SplitResult) -> int:
    try:
        return target.port or (443 if target.scheme == "https" else 80)
    except ValueError as error:
        raise NotAllowed("The port is no number that exists.") from error


def _connection(target: SplitResult, address: str, deadline: "_Deadline") -> HTTPConnection:
    """Return a connection that says the name and goes to the address that was looked at."""
    host, port = str(target.hostname), _port(target)
    if target.scheme == "https":
        context = ssl.create_default_context()
        connection: HTTPConnection = HTTPSConnection(host, port, timeout=SECONDS, context=context)
    else:
        connection = HTTPConnection(host, port, timeout=SECONDS)
    connection._create_connection = lambda _name, *_more: deadline.connect(address, port)  # type: ignore[attr-defined]
    return connection


class _Deadline:
    """Hangs up after :data:`SECONDS`: somebody who answers byte by byte never runs into a timeout."""

    def __init__(self) -> None:
        self._timer = threading.Timer(SECONDS, self._hang_up)
        self._timer.daemon = True
        self._held: socket.socket | None = None

    def __enter__(self) -> "_Deadline":
        self._timer.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._timer.cancel()
        if self._held is not None:
            self._held.close()

    def connect(self, address: str, port: int) -> socket.socket:
        """Connect and keep a second handle: the first one is given away when encryption begins."""
        connected = socket.create_connection((address, port), SECONDS)
        self._held = connected.dup()
        if self._timer.finished.is_set():
            raise TimeoutError("The connection took too long.")
        return connected

    def _hang_up(self) -> None:
        if self._held is not None:
            with suppress(OSError):  # it has hung up by itself
                self._held.shutdown(socket.SHUT_RDWR)
