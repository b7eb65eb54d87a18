"""Reads calendars with a library other than the one that writes them, and looks at the bytes themselves."""

import vobject


def read(content: bytes) -> vobject.base.Component:
    """Return the calendar in a file whose lines are as RFC 5545 wants them."""
    assert_well_formed(content)
    return vobject.readOne(content.decode())


def assert_well_formed(content: bytes) -> None:
    """Fail unless all lines end with CRLF and are at most 75 octets long (section 3.1)."""
    assert content.endswith(b"\r\n")
    lines = content.split(b"\r\n")
    assert not [line for line in lines if b"\n" in line or b"\r" in line]
    assert not [line for line in lines if len(line) > 75]


def unfolded(content: bytes) -> list[str]:
    """Return the lines as they were before folding."""
    return content.decode().replace("\r\n ", "").split("\r\n")
