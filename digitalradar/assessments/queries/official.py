"""Official figures as the scoring engine and pages read them."""

from typing import Any

from ..models import OfficialShare
from ..official import OWN_COUNTRY
from ..questionnaire import Questionnaire
from ..scoring.intensity_benchmark import OFFICIAL_SIZES


def comparison_rows(version: str, size: str | None) -> list[dict[str, Any]]:
    """Return the row a company of this size class is compared with, as a list for the engine; empty without one.

    It is the latest one of the own country and index version with all four bands. ``size`` is that of a profile
    (1-9, 10-49, 50-249, 250+); companies below ten people get the row of 10-49. Each row also says where it comes
    from (``source``, ``extracted_on``, ``flags``), so that a frozen result can name it for ever.
    """
    official_size = OFFICIAL_SIZES.get(size or "")
    if official_size is None:
        return []
    found = OfficialShare.objects.filter(
        geo=OWN_COUNTRY, version=version, size=official_size, very_low__isnull=False
    ).order_by("-year")[:1]
    return [
        {
            "geo": row.geo,
            "year": row.year,
            "dii_version": row.version,
            "size": row.size,
            "shares": list(row.shares),
            "source": row.source,
            "extracted_on": row.extracted_on.isoformat(),
            "flags": row.flags,
        }
        for row in found
    ]


def official_figures(texts: Questionnaire, profile: dict[str, str]) -> dict[str, list[dict[str, Any]]]:
    """Return what a result freezes of the official figures: nothing for checks that are not set beside any."""
    if "index" not in texts.data:
        return {}
    rows = comparison_rows(texts.data["index"]["version"], profile.get("size"))
    # As texts, so that they pass through JSON exactly; outcome.compute reads them so.
    return {"official": [{**row, "shares": [str(share) for share in row["shares"]]} for row in rows]}


def official_series(size: str) -> dict[str, list[OfficialShare]]:
    """Return all figures of one official size class by index version, each by year and country."""
    series: dict[str, list[OfficialShare]] = {}
    for row in OfficialShare.objects.filter(size=size).order_by("version", "year", "geo"):
        series.setdefault(row.version, []).append(row)
    return series
