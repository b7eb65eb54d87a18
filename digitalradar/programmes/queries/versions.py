"""Versions beside each other."""

from ..models import ProgrammeVersion


def version_before(version: ProgrammeVersion) -> ProgrammeVersion | None:
    """Return the version that was there before, or None for the first."""
    rows = ProgrammeVersion.objects.filter(occurrence=version.occurrence_id, number__lt=version.number)
    return rows.order_by("-number").first()
