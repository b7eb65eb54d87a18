"""Which files belong to a group alone."""

from digitalradar.events.models import Material

from ..models import Impulse
from ..models.group import KIND


def is_for_members_only(document_id: int) -> bool:
    """Whether a document is material of a group that nobody has released for all."""
    talks = Impulse.objects.filter(document=document_id)
    public = Material.Audience.PUBLIC
    materials = Material.objects.filter(document=document_id, occurrence__kind=KIND)
    if talks.released().exists() or materials.filter(audience=public, released_at__isnull=False).exists():
        return False
    return talks.exists() or materials.exists()
