"""Beside the steps of a result: the next date at which somebody shows how."""

from typing import Any

from django.utils.translation import gettext as _

from digitalradar.events.presentation.rows import foreign, url_of
from digitalradar.events.presentation.times import when
from digitalradar.events.queries.calendar import next_by_topic


def add_dates(steps: list[dict[str, Any]]) -> None:
    """Add ``event`` to the steps: the next date on the topic of their guide, or None. One query at most.

    The same date stands beside the first of several steps only.
    """
    found = next_by_topic(step["guide"].topic_field for step in steps if step["guide"])
    told: set[int] = set()
    for step in steps:
        occurrence = found.get(step["guide"].topic_field) if step["guide"] else None
        is_new = occurrence is not None and occurrence.pk not in told
        step["event"] = _event(occurrence) if is_new else None
        told |= {occurrence.pk} if occurrence else set()


def _event(occurrence: Any) -> dict[str, str]:
    return {
        "title": occurrence.title,
        "url": url_of(occurrence),
        "lang": foreign(occurrence),
        "when": _("%(when)s (Beispieldaten)") % {"when": when(occurrence)}
        if occurrence.is_example
        else when(occurrence),
    }
