"""How versions of a page are numbered: year and running number, such as 2026.2."""

import re

VERSION = re.compile(r"(\d{4})\.(\d{1,4})")


def next_version(version: str, year: int) -> str:
    """Return the version after ``version``; each year begins with 1, and so does whatever has no such number."""
    found = VERSION.fullmatch(version)
    if found and int(found[1]) >= year:
        return f"{found[1]}.{int(found[2]) + 1}"
    return f"{year}.1"
