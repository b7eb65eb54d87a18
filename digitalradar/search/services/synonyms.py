"""The synonyms that come with the software."""

from pathlib import Path

import yaml
from django.db import transaction

from ..models import SynonymGroup
from .postings import hold_index

FILE = Path(__file__).resolve().parents[3] / "content" / "synonyms.yaml"  # beside the package


def add_shipped_synonyms() -> None:
    """Bring the synonyms of the software to the database; a step of ``digitalradar init``."""
    load_synonyms()


@transaction.atomic
def load_synonyms(file: Path = FILE) -> int:
    """Add groups that are missing and renew those nobody has edited; return how many changed.

    A group that editors changed or switched off stays as it is. Without the file nothing happens.
    """
    if not file.is_file():
        return 0
    given = {group["name"]: group for group in yaml.safe_load(file.read_text(encoding="utf-8"))["groups"]}
    known = {group.name: group for group in SynonymGroup.objects.filter(name__in=given)}
    changed = [row for name, group in given.items() if (row := _renewed(known.get(name), name, group))]
    for row in changed:
        row.save()
    return len(changed)


def _renewed(row: SynonymGroup | None, name: str, group: dict) -> SynonymGroup | None:
    """Return the row to write, or None if it is up to date or edited."""
    words = "\n".join(group["words"])
    if row and (row.words != row.shipped or row.words == words):
        return None
    row = row or SynonymGroup(name=name, language=group.get("language", "de"), note=group.get("note", ""))
    row.words = row.shipped = words
    return row


@transaction.atomic
def announce(**_signal: object) -> None:
    """Let every process read the synonyms anew; called whenever a group was saved or deleted."""
    hold_index()
