"""The region on every page."""

from django.http import HttpRequest

from .queries import current_region


def region(request: HttpRequest) -> dict:
    """Return ``region``, a :class:`queries.RegionView`; no query while it is cached."""
    return {"region": current_region()}
