"""Which files belong to a group alone."""

from digitalradar.events.models import Material

from ..models import Impulse


def is_for_members_only(document_id: int) -> bool:
    """Whether a document goes with a talk, and nobody has released it for all, there or as material of a date."""
    talks = Impulse.objects.filter(document=document_id)
    material = Material.objects.filter(document=document_id, released_at__isnull=False)
    is_public = talks.released().exists() or material.filter(audience=Material.Audience.PUBLIC).exists()
    return talks.exists() and not is_public
