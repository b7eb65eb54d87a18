"""Official figures as the scoring engine and pages read them."""

from typing import Any

from ..models import OfficialShare
from ..official import OWN_COUNTRY
from ..official.figures import engine_row
from ..scoring.intensity_benchmark import OFFICIAL_SIZES


def comparison_rows(version: str, size: str | None) -> list[dict[str, Any]]:
    """Return the row a company of this size class is compared with, as a list for the engine; empty without one.

    It is the latest one of the own country and index version with all four bands. ``size`` is that of a profile
    (1-9, 10-49, 50-249, 250+); companies below ten people get the row of 10-49. Each row also says where it comes
    from (``source``, ``extracted_on``), so that a frozen result can name it for ever.
    """
    official_size = OFFICIAL_SIZES.get(size or "")
    if official_size is None:
        return []
    found = OfficialShare.objects.filter(
        geo=OWN_COUNTRY, version=version, size=official_size, very_low__isnull=False
    ).order_by("-year")[:1]
    return [
        {**engine_row(row), "source": row.source, "extracted_on": row.extracted_on.isoformat(), "flags": row.flags}
        for row in found
    ]


def official_series(size: str) -> dict[str, list[OfficialShare]]:
    """Return all figures of one official size class by index version, each by year and country."""
    series: dict[str, list[OfficialShare]] = {}
    for row in OfficialShare.objects.filter(size=size).order_by("version", "year", "geo"):
        series.setdefault(row.version, []).append(row)
    return series
