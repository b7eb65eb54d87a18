"""A program that gets webhooks: a real server on this machine that checks what it is sent as our docs tell it to."""

import hashlib
import hmac
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

MAX_AGE_SECONDS = 300


@dataclass
class Receiver:
    """What came in, and what is answered: a status, or "hang", "drip" (byte by byte), "redirect"."""

    url: str = ""
    secret: str = ""
    answer: int | str = 204
    headers: list[dict[str, str]] = field(default_factory=list)
    bodies: list[dict[str, Any]] = field(default_factory=list)
    forged: int = 0
    stopping: threading.Event = field(default_factory=threading.Event)

    def is_genuine(self, headers: Any, body: bytes) -> bool:
        timestamp = headers["Digitalradar-Timestamp"]
        signed = timestamp.encode() + b"." + body
        expected = "sha256=" + hmac.new(self.secret.encode(), signed, hashlib.sha256).hexdigest()
        is_fresh = abs(time.time() - int(timestamp)) < MAX_AGE_SECONDS
        return is_fresh and hmac.compare_digest(expected, headers["Digitalradar-Signature"])


class _Handler(BaseHTTPRequestHandler):
    receiver: Receiver
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        receiver = self.receiver
        receiver.headers.append(dict(self.headers))
        receiver.bodies.append(json.loads(body))
        receiver.forged += not receiver.is_genuine(self.headers, body)
        self.close_connection = True
        if receiver.answer == "hang":
            receiver.stopping.wait(30)
        elif receiver.answer == "drip":
            self._drip()
        elif receiver.answer == "redirect":
            self._say(302, Location=f"{receiver.url}elsewhere")
        else:
            self._say(int(receiver.answer))

    def _say(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _drip(self) -> None:
        try:
            for _turn in range(60):
                if self.receiver.stopping.wait(0.2):
                    return
                self.wfile.write(b"H")
                self.wfile.flush()
        except OSError:
            return

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def running_receiver() -> Iterator[Receiver]:
    """Run a server on a free port; stop it at the end."""
    receiver = Receiver()
    handler = type("Handler", (_Handler,), {"receiver": receiver})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        receiver.url = f"http://127.0.0.1:{server.server_port}/hook"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield receiver
        finally:
            receiver.stopping.set()
            server.shutdown()
            thread.join()
