"""People whom nothing knows any more are forgotten."""

from django.db import transaction
from django.db.models import CASCADE
from django.db.models.fields.reverse_related import ForeignObjectRel

from .models import Person


@transaction.atomic
def forget_if_unknown(person: Person) -> bool:
    """Delete a person without account to whom no row of any app refers; tell whether they are gone.

    Rows that go with their person (``CASCADE``), such as a calendar of their own, do not keep them. Their row is locked
    before anybody looks, so that somebody who signs up in the same moment does not lose their person again.
    """
    if Person.objects.select_for_update().filter(pk=person.pk).first() is None:
        return False
    keeping = [relation for relation in Person._meta.related_objects if relation.on_delete is not CASCADE]
    if person.user_id or any(_refers(relation, person) for relation in keeping):
        return False
    Person.objects.filter(pk=person.pk).delete()
    return True


def _refers(relation: ForeignObjectRel, person: Person) -> bool:
    return relation.related_model._base_manager.filter(**{relation.field.name: person}).exists()
