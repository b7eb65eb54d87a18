"""What the check-up says about the pages: places that only the operator can fill in."""

from collections.abc import Iterator

from digitalradar.core.checkup import Finding, missing, ok, warning
from digitalradar.region.queries import current_region

from .queries import open_gaps


def check_pages() -> Iterator[Finding]:
    """Yield a line for each page with open places; a real region must not go public with them."""
    found = open_gaps()
    report = warning if current_region().is_example else missing
    for address, places in sorted(found.items()):
        yield report(f"{address}: {len(places)} place(s) to fill in, the first is {places[0]}")
    if not found:
        yield ok("No standard page has places left to fill in.")
