"""„Mein Programm“: what is picked, what collides in it, and everything there is to pick from."""

from itertools import combinations
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.utils.translation import gettext as _

from digitalradar.events.presentation.rows import where
from digitalradar.events.presentation.times import when

from ..change_words import same_time
from ..models import Plan
from ..queries.plans import KEPT, picked_keys
from ..queries.programme import Released, released
from ..rules.snapshots import Entry
from .programme import programme, rows_of


def plan_page(plan: Plan, url: str, *, added: str = "") -> dict[str, Any]:
    """Return what the page behind the private link shows; ``added`` is the key of what was just picked."""
    shown = released(plan.occurrence)
    keys = picked_keys(plan)
    picked = picked_entries(shown, keys)
    link = settings.PUBLIC_URL + url
    rows = rows_of(shown, picked) if shown else []
    return {
        **chooser(shown, keys),
        "occurrence": plan.occurrence,
        "when": when(plan.occurrence),
        "where": where(plan.occurrence),
        "rows": rows,
        "added": next((row for row in rows if row["key"] == added), None),
        "overlaps": overlaps(picked),
        "link": link,
        "mail_link": "mailto:?" + urlencode({"subject": _("Mein Programm"), "body": link}).replace("+", "%20"),
        "deleted_on": (plan.occurrence.ends_at + KEPT).astimezone(plan.occurrence.zone).date(),
    }


def chooser(shown: Released | None, keys: set[str] = frozenset()) -> dict[str, Any]:
    """Return the whole programme with what is ticked."""
    if shown is None:
        return {"programme": None}
    told = programme(shown)
    for group in told["groups"]:
        for row in group["rows"]:
            row["is_picked"] = row["key"] in keys
    return {"programme": told}


def picked_entries(shown: Released | None, keys: set[str]) -> list[Entry]:
    """Return the picked items that are still in the programme, in order of time."""
    return [entry for entry in shown.entries if entry.key in keys] if shown else []


def overlaps(entries: list[Entry]) -> list[str]:
    """Return a sentence for each two picked items that are at the same time."""
    takes_place = [entry for entry in entries if not entry.is_cancelled]
    return [
        same_time(one.title, other.title)
        for one, other in combinations(takes_place, 2)
        if one.starts_at < other.ends_at and other.starts_at < one.ends_at
    ]
