"""Why a message could not be handed over, sorted by what has to be done about it."""

from ..replies import Reply


class ServerTrouble(Exception):
    """The mail server cannot be used at all: not reached, sign-in refused, sender refused. Nothing went out."""


class Refused(Exception):
    """The server does not take this message; ``about_address`` when it refused the receiver."""

    def __init__(self, reply: Reply, *, about_address: bool) -> None:
        super().__init__(str(reply))
        self.reply = reply
        self.about_address = about_address


class AnswerLost(Exception):
    """The last line went out, but nobody knows what the server made of it."""


class ClaimLost(Exception):
    """Another worker has taken the message over; the server did not get its last line."""
