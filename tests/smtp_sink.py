"""A mail server for tests: it takes what it is sent, and can be told to refuse, to hang and to hang up.

Real sockets on 127.0.0.1, one thread per connection. What it took stands in ``messages``, parsed by the standard
library; ``rules`` say what it does at a step instead of the usual answer.
"""

import email
import email.policy
import socketserver
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage

HANG_SECONDS = 30
USUAL = {
    "CONNECT": "220 sink ready",
    "EHLO": "250 sink",
    "HELO": "250 sink",
    "MAIL": "250 2.1.0 ok",
    "RCPT": "250 2.1.5 ok",
    "DATA": "354 go on",
    "END": "250 2.0.0 taken",
    "RSET": "250 ok",
    "NOOP": "250 ok",
    "QUIT": "221 bye",
}
HANG, DROP = "hang", "drop"


@dataclass(frozen=True)
class Taken:
    """One message the server answered for, with its envelope."""

    sender: str
    recipient: str
    content: bytes

    @property
    def email(self) -> EmailMessage:
        return email.message_from_bytes(self.content, policy=email.policy.default)


@dataclass
class Sink:
    """What the server was told and what it took.

    ``rules`` holds, per step (``CONNECT``, ``MAIL``, ``RCPT``, ``DATA``, ``BODY`` (before the content is read), ``END``
    (after the last line) ...), an answer, :data:`HANG`, :data:`DROP`, or a function of what the client said that
    returns one of them (None: as usual). ``keep_even_if_dropped``: a message whose answer never comes was taken.
    """

    host: str = "127.0.0.1"
    port: int = 0
    rules: dict[str, str | Callable[[str], str | None]] = field(default_factory=dict)
    messages: list[Taken] = field(default_factory=list)
    connections: int = 0
    ended: int = 0  # of these connections
    keep_even_if_dropped: bool = True
    stopping: threading.Event = field(default_factory=threading.Event)
    changed: threading.Condition = field(default_factory=threading.Condition)
    reached: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        """What ``EMAIL_URL`` has to be."""
        return f"smtp://{self.host}:{self.port}"

    def answer(self, step: str, said: str = "") -> str:
        """Return what to say at a step."""
        with self.changed:
            self.reached.append(step)
            self.changed.notify_all()
        rule = self.rules.get(step)
        told = rule(said) if callable(rule) else rule
        return USUAL.get(step, "250 ok") if told is None else told

    def take(self, taken: Taken) -> None:
        with self.changed:
            self.messages.append(taken)
            self.changed.notify_all()

    def wait_for(self, happened: Callable[[], bool], seconds: float = 20) -> None:
        """Return as soon as ``happened``; fail after ``seconds``."""
        with self.changed:
            assert self.changed.wait_for(happened, seconds), f"It did not happen; reached: {self.reached}"


class _Closed(Exception):
    """The conversation is over."""


class _Conversation(socketserver.StreamRequestHandler):
    sink: Sink

    def handle(self) -> None:
        self.sender = self.recipient = ""
        with self.sink.changed:
            self.sink.connections += 1
        try:
            self._say("CONNECT")
            while line := self.rfile.readline():
                self._command(line.decode("utf-8", "replace").strip())
        except (_Closed, OSError):
            return

    def _command(self, line: str) -> None:
        verb = line[:4].upper()
        if verb == "MAIL":
            self.sender = _within_brackets(line)
        elif verb == "RCPT":
            self.recipient = _within_brackets(line)
        said = self._say(verb, line)
        if verb == "QUIT":
            raise _Closed
        if verb == "DATA" and said.startswith("354"):
            self._content()

    def _content(self) -> None:
        if self.sink.rules.get("BODY"):
            self._act(self.sink.answer("BODY"))
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                raise _Closed  # hung up in the middle: nothing was handed over
            lines.append(line[1:] if line.startswith(b"..") else line)
        taken = Taken(self.sender, self.recipient, b"".join(lines))
        told = self.sink.answer("END", self.recipient)
        if told.startswith("2") or (told in {HANG, DROP} and self.sink.keep_even_if_dropped):
            self.sink.take(taken)
        self._act(told)

    def _say(self, step: str, line: str = "") -> str:
        told = self.sink.answer(step, line)
        self._act(told)
        return told

    def _act(self, told: str) -> None:
        if told == HANG:
            end = time.monotonic() + HANG_SECONDS
            while not self.sink.stopping.is_set() and time.monotonic() < end:
                time.sleep(0.05)
            raise _Closed
        if told == DROP:
            raise _Closed
        self.wfile.write(told.encode() + b"\r\n")
        if told.startswith("421"):
            raise _Closed


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False
    sink: Sink

    def shutdown_request(self, request: object) -> None:
        super().shutdown_request(request)
        with self.sink.changed:
            self.sink.ended += 1
            self.sink.changed.notify_all()


@contextmanager
def running_sink() -> Iterator[Sink]:
    """Run a server on a free port; stop it at the end."""
    sink = Sink()
    handler = type("Conversation", (_Conversation,), {"sink": sink})
    with _Server((sink.host, 0), handler) as server:
        sink.port, server.sink = server.server_address[1], sink
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield sink
        finally:
            sink.stopping.set()
            server.shutdown()
            thread.join()


def _within_brackets(line: str) -> str:
    return line.partition("<")[2].partition(">")[0]
