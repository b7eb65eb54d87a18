"""Page numbers below a list, as the component ``pager`` shows them."""

from collections.abc import Callable
from typing import Any

NEAR = 1  # neighbours shown on each side of the current page


def pager(page: int, pages: int, url_of: Callable[[int], str]) -> dict[str, Any] | None:
    """Return ``pages``, ``previous_url``, ``next_url``; None for a single page. ``url_of`` gives a page's address."""
    if pages < 2:
        return None
    shown = sorted({1, pages, *range(max(1, page - NEAR), min(pages, page + NEAR) + 1)})
    entries: list[dict[str, Any]] = []
    for number in shown:
        if entries and number - entries[-1]["number"] > 1:
            entries.append({"number": number - 1, "gap": True})
        entries.append({"number": number, "url": url_of(number), "current": number == page})
    return {
        "pages": entries,
        "previous_url": url_of(page - 1) if page > 1 else "",
        "next_url": url_of(page + 1) if page < pages else "",
    }
