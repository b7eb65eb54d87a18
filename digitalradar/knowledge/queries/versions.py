"""Which versions of a page were public, and since when."""

from dataclasses import dataclass
from datetime import datetime

from wagtail.models import PageLogEntry, Revision

from ..models import KnowledgePage

SHOWN = 50  # the newest ones; a page that was published more often has its older versions in the back office


@dataclass(frozen=True)
class Version:
    """A revision that was published; names of staff are left out on purpose."""

    revision: Revision
    number: str
    published_at: datetime
    note: str

    @property
    def pk(self) -> int:
        return self.revision.pk


def published_versions(page: KnowledgePage) -> list[Version]:
    """Return the published versions, the newest first; one query."""
    entries = (
        PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish", revision__isnull=False)
        .select_related("revision")
        .order_by("-timestamp", "-pk")[:SHOWN]
    )
    versions: dict[int, Version] = {}
    for entry in entries:
        content = entry.revision.content
        version = Version(
            entry.revision, content.get("version") or "", entry.timestamp, content.get("change_note") or ""
        )
        versions.setdefault(version.pk, version)
    return list(versions.values())
