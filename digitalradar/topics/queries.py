"""Who to ask about a theme."""

from digitalradar.region.models import ContactPerson


class Contacts:
    """Everybody a firm can ring up with their themes, read with two queries however many there are."""

    def __init__(self) -> None:
        people = ContactPerson.objects.prefetch_related("dimensions")
        self._people = [(person, {dimension.pk for dimension in person.dimensions.all()}) for person in people]

    def for_dimension(self, dimension_id: str) -> ContactPerson | None:
        """Return the first contact person of the dimension, else the first of the region, else nobody."""
        responsible = (person for person, dimensions in self._people if dimension_id in dimensions)
        return next(responsible, self._people[0][0] if self._people else None)


def contact_for(dimension_id: str) -> ContactPerson | None:
    """Return who to ask about one theme, as :meth:`Contacts.for_dimension` does."""
    return Contacts().for_dimension(dimension_id)
