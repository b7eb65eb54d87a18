"""„Vergleich mit anderen Betrieben“: the released figures of the group a company belongs to, in words and on the scale.

All values of the comparison are without own weighting, of the company and of the others alike.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ..queries.benchmark import OVERALL, ReleasedGroup, group_for
from ..questionnaire import Questionnaire
from ..scoring.numbers import level_shown
from .levels import level_text

SIZES = {
    "1-9": lambda: _("1 bis 9"),
    "10-49": lambda: _("10 bis 49"),
    "50-249": lambda: _("50 bis 249"),
    "250+": lambda: _("250 und mehr"),
}
Phrase = Callable[[], str]
# By level of the group. Whoever looks at a shared result does not learn the place.
OWN_PHRASES: dict[int, Phrase] = {
    1: lambda: _("%(n)s Betriebe mit %(size)s Beschäftigten in %(place)s, Branche %(sector)s"),
    2: lambda: _("%(n)s Betriebe mit %(size)s Beschäftigten, Branche %(sector)s"),
    3: lambda: _("%(n)s Betriebe mit %(size)s Beschäftigten in %(place)s"),
    4: lambda: _("%(n)s Betriebe mit %(size)s Beschäftigten"),
    5: lambda: _("%(n)s Betriebe der Branche %(sector)s"),
    6: lambda: _("%(n)s Betriebe aller Branchen und Größen"),
}
PHRASES_FOR_OTHERS: dict[int, Phrase] = {
    1: lambda: _("%(n)s Betriebe mit %(size)s Beschäftigten am selben Ort, Branche %(sector)s"),
    3: lambda: _("%(n)s Betriebe mit %(size)s Beschäftigten am selben Ort"),
}
QUARTILES = ("q1", "median", "q3")


def comparison_view(
    texts: Questionnaire, inputs: dict[str, Any], outcome: dict[str, Any], dimensions: Iterable[dict[str, Any]]
) -> dict[str, Any] | None:
    """Return what pages, documents and files say about the comparison; None for a view from the team.

    ``is_visible`` is False, and nothing else said, while no group of ten is released. Else:

    - ``is_example``: the figures are made up and have to be marked
    - ``group``, ``n``, ``date``: the group in words with its number of companies; when its figures were released
    - ``group_for_others``: the same words without the name of the place
    - ``percentile``: the own place in the group, 1 to 99, None without an overall value
    - ``rows``: overall and each dimension with ``id``, ``title``, ``own_text`` (level without own weighting),
      ``percentile``, ``n``, ``q1_text``, ``median_text``, ``q3_text`` (levels), ``median`` (level as a number);
      only ``id``, ``title`` and ``own_text`` where the group is hidden in that dimension
    - ``by_id``: the same rows by id (``overall`` for the whole)
    """
    profile = inputs["profile"]
    if profile.get("role") == "beschaeftigt":
        return None  # one view from the team is not set against the views of those who lead
    group = group_for(texts.data["family"], profile)
    if group is None:
        return {"is_visible": False}
    rows = [_row(group, OVERALL, _("Insgesamt"), outcome["overall"])]
    rows += [_row(group, item["id"], item["title"], outcome["dimensions"][item["id"]]) for item in dimensions]
    return {
        "is_visible": True,
        "is_example": group.is_example,
        "group": _group_in_words(group, texts, profile, OWN_PHRASES),
        "group_for_others": _group_in_words(group, texts, profile, OWN_PHRASES | PHRASES_FOR_OTHERS),
        "n": group.n,
        "date": _dates(group),
        "percentile": rows[0]["percentile"],
        "rows": rows,
        "by_id": {row["id"]: row for row in rows},
    }


def _row(group: ReleasedGroup, name: str, title: str, scored: dict[str, Any]) -> dict[str, Any]:
    figures = group.figures(name, scored["shown_unweighted"])
    row = {"id": name, "title": title, "own_text": level_text(scored["level_shown_unweighted"])}
    if not figures["visible"]:
        return row
    levels = {key: level_shown(Fraction(figures[key])) for key in QUARTILES}
    return row | {
        "n": figures["n"],
        "percentile": figures["shown"],
        "median": float(levels["median"]),
        **{f"{key}_text": level_text(level) for key, level in levels.items()},
    }


def _group_in_words(
    group: ReleasedGroup, texts: Questionnaire, profile: dict[str, str], phrases: dict[int, Phrase]
) -> str:
    """Name the group with its number of companies, as a phrase that begins with the number."""
    sectors = {sector["id"]: sector["title"] for sector in texts.sectors}
    words = {
        "n": group.n,
        "sector": sectors.get(profile.get("sector", ""), profile.get("sector", "")),
        "size": SIZES[profile["size"]]() if profile.get("size") in SIZES else "",
        "place": " ".join(profile.get("region", "").split()),
    }
    return phrases[group.level]() % words


def _dates(group: ReleasedGroup) -> str:
    """Return the day of the release; two days when some dimensions wait for enough changes since an earlier one."""
    days = sorted({group.released_on(dimension) for dimension in group.dimensions})
    first, last = date_format(days[0], "SHORT_DATE_FORMAT"), date_format(days[-1], "SHORT_DATE_FORMAT")
    return first if first == last else _("%(first)s bis %(last)s") % {"first": first, "last": last}
