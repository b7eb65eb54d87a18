"""What the answers of mail servers mean (RFC 5321, section 4.2; RFC 3463 for codes such as 5.1.1)."""

import re
from dataclasses import dataclass

ENHANCED = re.compile(r"\b([245])\.(\d{1,3})\.(\d{1,3})\b")
CLOSING = 421
# RFC 5321: mailbox unavailable, not local, name not allowed; RFC 7504: the domain accepts no mail.
BASIC_ADDRESS_CODES = {550, 551, 553, 556}
# RFC 3463: 1.x bad address; 2.0 and 2.1 mailbox unknown or closed. Full (2.2), routing, policy and the like may pass.
GONE_DETAILS = {(2, 0), (2, 1)}
# 1.7 and 1.8 speak of the sender's address, 1.10 (RFC 7505) of a domain that takes no mail.
ABOUT_SENDER = {(1, 7), (1, 8)}
LONGEST_TEXT = 500


@dataclass(frozen=True)
class Reply:
    """One answer: its three-digit code and its text."""

    code: int
    text: str

    def __str__(self) -> str:
        return f"{self.code} {self.text}"[:LONGEST_TEXT]

    @property
    def is_temporary(self) -> bool:
        """Whether trying later may help."""
        return 400 <= self.code < 500

    @property
    def is_closing(self) -> bool:
        """Whether the server ends the conversation, whatever it was about."""
        return self.code == CLOSING

    @property
    def says_address_is_gone(self) -> bool:
        """Whether writing to the address again makes no sense, and not only this message was refused."""
        if self.code < 500:
            return False
        return is_gone(self.text) if ENHANCED.search(self.text) else self.code in BASIC_ADDRESS_CODES


def reply_from(code: int, text: bytes | str) -> Reply:
    """Return the answer as :mod:`smtplib` gives it, on one line."""
    decoded = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return Reply(code, " ".join(decoded.split()))


def is_gone(text: str) -> bool:
    """Tell whether the first enhanced code in ``text`` (5.1.1) says that there is no such mailbox."""
    found = ENHANCED.search(text)
    if not found or found[1] != "5":
        return False
    subject, detail = int(found[2]), int(found[3])
    return (subject == 1 and (subject, detail) not in ABOUT_SENDER) or (subject, detail) in GONE_DETAILS
