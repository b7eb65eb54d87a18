"""Set up the example region, and take it away again. A real region is never touched."""

from pathlib import Path

import yaml
from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from digitalradar.knowledge.services.library import load_examples, remove_examples
from digitalradar.region.models import ContactPerson, Partner, Region
from digitalradar.topics.models import Dimension

from .companies import add_example_companies, remove_example_companies
from .year.loading import add_example_year, remove_example_year

DATA = Path(__file__).parent / "region.yaml"


def start_with_example() -> str | None:
    """Add the example region to a new installation unless the settings say otherwise."""
    return add_example_region() if settings.EXAMPLE_REGION else None


def add_example_reports() -> str | None:
    """Add the made-up practice reports where the region is an example; return a sentence when something was added."""
    if Region.objects.filter(is_example=True).exists() and load_examples():
        return _("Erfundene Praxisberichte sind geladen.")
    return None


@transaction.atomic
def add_example_region() -> str | None:
    """Fill in the example region where no region is set up; return a sentence when something was added.

    An example region of an earlier release gets the made-up companies of the comparison that it does not have yet, and
    one that has been there for some weeks gets new dates.
    """
    if _is_set_up():
        is_example = Region.objects.filter(is_example=True).exists()
        said = _("Der Vergleich hat jetzt erfundene Betriebe.") if is_example and add_example_companies() else None
        year = add_example_year() if is_example else None
        return add_example_reports() or said or year
    data = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    region = Region.objects.first() or Region()
    for field, value in data["region"].items():
        setattr(region, field, value)
    region.is_example = True
    region.save()
    for facts in data["people"]:
        topics = facts.pop("topics")
        person = ContactPerson.objects.create(**facts, is_example=True)
        person.dimensions.set(Dimension.objects.filter(pk__in=topics))
    Partner.objects.bulk_create([Partner(**facts, is_example=True) for facts in data["partners"]])
    add_example_companies()
    add_example_reports()
    add_example_year()
    return _("%(name)s ist eingerichtet, alles darin ist erfunden.") % {"name": region.name}


@transaction.atomic
def remove_example_region() -> bool:
    """Delete what is marked as an example; return whether the region itself was one."""
    remove_example_year()
    ContactPerson.objects.filter(is_example=True).delete()
    Partner.objects.filter(is_example=True).delete()
    remove_example_companies()
    remove_examples()
    region = Region.objects.filter(is_example=True).first()
    if region is None:
        return False
    region.delete()
    return True


def _is_set_up() -> bool:
    """Whether anybody has entered a region or its people: a name, an example included, or a contact person."""
    return Region.objects.exclude(name="").exists() or ContactPerson.objects.exists() or Partner.objects.exists()
