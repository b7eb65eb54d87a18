"""People whom nothing knows any more are forgotten."""

from django.db.models import CASCADE
from django.db.models.fields.reverse_related import ForeignObjectRel

from .models import Person


def forget_if_unknown(person: Person) -> bool:
    """Delete a person without account to whom no row of any app refers; tell whether they are gone.

    Rows that go with their person (``CASCADE``), such as a calendar of their own, do not keep them.
    """
    keeping = [relation for relation in Person._meta.related_objects if relation.on_delete is not CASCADE]
    if person.user_id or any(_refers(relation, person) for relation in keeping):
        return False
    Person.objects.filter(pk=person.pk).delete()
    return True


def _refers(relation: ForeignObjectRel, person: Person) -> bool:
    return relation.related_model._base_manager.filter(**{relation.field.name: person}).exists()
