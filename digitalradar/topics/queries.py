"""Who to ask about a theme."""

from digitalradar.region.models import ContactPerson


def contact_for(dimension_id: str) -> ContactPerson | None:
    """Return the first contact person of the dimension, else the first of the region, else nobody."""
    people = ContactPerson.objects.with_photos()
    return people.filter(dimensions=dimension_id).first() or people.first()
