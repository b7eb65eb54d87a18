"""The region on every page."""

from django.http import HttpRequest


def region(request: HttpRequest) -> dict:
    return {"region": None}
