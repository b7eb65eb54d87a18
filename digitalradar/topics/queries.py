"""Who to ask about a theme."""

from digitalradar.core.page_cache import CONTACTS, remember
from digitalradar.region.models import ContactPerson


class Contacts:
    """Everybody a firm can ring up, with photo and themes; the same few queries however many there are."""

    def __init__(self) -> None:
        self.people = list(ContactPerson.objects.with_photos().prefetch_related("dimensions"))
        self._themes = [{dimension.pk for dimension in person.dimensions.all()} for person in self.people]

    def for_dimension(self, dimension_id: str) -> ContactPerson | None:
        """Return the first contact person of the dimension, else the first of the region, else nobody."""
        people = zip(self.people, self._themes, strict=True)
        responsible = (person for person, themes in people if dimension_id in themes)
        return next(responsible, self.people[0] if self.people else None)


@remember(CONTACTS)
def contact_for(dimension_id: str) -> ContactPerson | None:
    """Return who to ask about one theme, as :meth:`Contacts.for_dimension` does."""
    return Contacts().for_dimension(dimension_id)
