"""SMTP in small steps, because one of them is the point of no return: the line with a single dot (RFC 5321, 4.1.1.4).

Before it the server has nothing, and a message can be tried again. After it the server may have everything, even if
its answer is lost. ``smtplib.sendmail`` does all of it at once, so the steps stand here.
"""

import re
import smtplib
from collections.abc import Callable
from contextlib import suppress
from email.utils import parseaddr

from django.core.mail import EmailMessage, get_connection

from ..addresses import normalise
from ..models.message import ANSWER
from ..replies import Reply, reply_from
from .problems import AnswerLost, ClaimLost, Refused, ServerTrouble

OK, GO_ON = 250, 354
DISCONNECTED = 0  # in place of a code, when the server said nothing any more
ACCEPTED = {250, 251}
LEADING_DOT = re.compile(rb"(?m)^\.")


class SmtpTransport:
    """One connection for several messages, opened with the first, renewed when the server closes it in between."""

    def __init__(self) -> None:
        self._backend = get_connection()

    def __enter__(self) -> "SmtpTransport":
        return self

    def __exit__(self, *_error: object) -> None:
        self._drop()

    def send(self, email: EmailMessage, recipient: str, may_hand_over: Callable[[], bool]) -> str:
        """Send to one receiver and return the server's answer.

        ``may_hand_over`` is asked right before the last line; when it says no, the message is broken off. Raises one of
        :mod:`transport.problems`.
        """
        smtp = self._begin(parseaddr(email.from_email)[1])
        try:
            self._address(smtp, recipient)
            self._body(smtp, email.message().as_bytes(linesep="\r\n"))
        except OSError as error:  # smtplib's errors are among them
            self._drop()
            raise ServerTrouble(told(error)) from error
        return self._hand_over(smtp, may_hand_over)

    def _begin(self, sender: str) -> smtplib.SMTP:
        """Name the sender. A connection that was used before may have been closed meanwhile; a fresh one may not."""
        if self._backend.connection is not None:
            reply = self._ask("MAIL", f"FROM:<{sender}>")
            if reply.code == OK:
                return self._backend.connection
            self._drop()
        try:
            self._backend.open()
            self._backend.connection.ehlo_or_helo_if_needed()
        except OSError as error:
            self._drop()
            raise ServerTrouble(told(error)) from error
        reply = self._ask("MAIL", f"FROM:<{sender}>")
        if reply.code != OK:
            self._drop()
            raise ServerTrouble(str(reply))
        return self._backend.connection

    def _ask(self, command: str, arguments: str) -> Reply:
        try:
            return reply_from(*self._backend.connection.docmd(command, arguments))
        except OSError as error:
            return Reply(DISCONNECTED, told(error))

    def _address(self, smtp: smtplib.SMTP, recipient: str) -> None:
        reply = reply_from(*smtp.docmd("RCPT", f"TO:<{normalise_domain(recipient)}>"))
        if reply.code not in ACCEPTED:
            self._refused(smtp, reply, about_address=True)
        reply = reply_from(*smtp.docmd("DATA"))
        if reply.code != GO_ON:
            self._refused(smtp, reply, about_address=False)

    def _refused(self, smtp: smtplib.SMTP, reply: Reply, *, about_address: bool) -> None:
        if reply.is_closing:
            self._drop()
            raise ServerTrouble(str(reply))
        smtp.rset()
        raise Refused(reply, about_address=about_address)

    def _body(self, smtp: smtplib.SMTP, content: bytes) -> None:
        """Everything but the last line; the server waits for it and forgets everything when we hang up instead."""
        quoted = LEADING_DOT.sub(b"..", content)
        smtp.send(quoted if quoted.endswith(b"\r\n") else quoted + b"\r\n")

    def _hand_over(self, smtp: smtplib.SMTP, may_hand_over: Callable[[], bool]) -> str:
        try:
            is_ours = may_hand_over()
        except BaseException:
            self._hang_up()
            raise
        if not is_ours:
            self._hang_up()
            raise ClaimLost
        smtp.sock.settimeout(ANSWER.total_seconds())
        try:
            smtp.send(b".\r\n")
        except OSError as error:  # the system did not take the three bytes: the server never sees them
            self._drop()
            raise ServerTrouble(told(error)) from error
        try:
            reply = reply_from(*smtp.getreply())
            smtp.sock.settimeout(smtp.timeout)
        except OSError as error:
            self._drop()
            raise AnswerLost(told(error)) from error
        if reply.code != OK:
            if reply.is_closing:
                self._drop()
            raise Refused(reply, about_address=False)
        return str(reply)

    def _drop(self) -> None:
        """Close politely if the server still listens."""
        with suppress(OSError):
            self._backend.close()
        self._backend.connection = None

    def _hang_up(self) -> None:
        """Close at once: a polite QUIT in the middle of a message would become part of it."""
        self._backend.connection.close()
        self._backend.connection = None


def normalise_domain(address: str) -> str:
    """Return the address for the envelope: the domain as in the DNS, the rest as its owner writes it."""
    local = address.rpartition("@")[0]
    return f"{local}@{normalise(address).rpartition('@')[2]}"


def told(error: BaseException) -> str:
    """Return an error in words for staff; smtplib keeps the server's answer apart."""
    if isinstance(error, smtplib.SMTPResponseException):
        return str(reply_from(error.smtp_code, error.smtp_error))
    return f"{type(error).__name__}: {error}"
