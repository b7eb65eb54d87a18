"""What the back office lists: loaded versions with their runs."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Q

from ..models import Assessment, CatalogueVersion


@dataclass(frozen=True)
class ListedVersion:
    """One loaded version; ``started`` and ``finished`` count the runs still stored, without those of staff."""

    version: CatalogueVersion
    title: str
    languages: tuple[str, ...]
    started: int
    finished: int


def listed_versions(versions: Sequence[CatalogueVersion]) -> list[ListedVersion]:
    """Return the versions of one page of the list, in their order; asks for all their runs at once."""
    runs = Assessment.objects.real().filter(catalogue_version__in=versions).order_by()
    counted = runs.values("catalogue_version").annotate(
        started=Count("pk"), finished=Count("pk", filter=Q(finished_at__isnull=False))
    )
    counts = {row["catalogue_version"]: row for row in counted}
    return [_listed(version, counts.get(version.pk, {})) for version in versions]


def _listed(version: CatalogueVersion, counts: dict[str, int]) -> ListedVersion:
    data = json.loads(version.content)
    return ListedVersion(
        version=version,
        title=data["title"],
        languages=(data.get("language", "de"), *data.get("translations", {})),
        started=counts.get("started", 0),
        finished=counts.get("finished", 0),
    )
