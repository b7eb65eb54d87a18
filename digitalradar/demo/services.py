"""What command and back office do with the example data, so that both do the same."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from digitalradar.accounts.models import Person
from digitalradar.assessments.models import Contribution
from digitalradar.events.models import Occurrence, Registration
from digitalradar.focusgroups.models import FocusGroup
from digitalradar.knowledge.models import PracticeReportPage
from digitalradar.region.models import ContactPerson, Partner, Region
from digitalradar.topics.vocabulary import load_vocabulary

from .example_region import add_example_region, remove_example_region

MARKED: dict[type, str | Promise] = {
    Region: _("Region"),
    ContactPerson: _("Ansprechpersonen"),
    Partner: _("Partner"),
    Contribution: _("Beiträge zum Vergleich"),
    PracticeReportPage: _("Praxisberichte"),
    Occurrence: _("Termine"),
    Registration: _("Anmeldungen zu Terminen"),
    FocusGroup: _("Fokusgruppen"),
    Person: _("Personen mit Anmeldung oder Mitgliedschaft"),
}


@dataclass(frozen=True)
class Marked:
    """How many rows of one kind are marked as examples, and how many are real."""

    label: str | Promise
    examples: int
    real: int


@transaction.atomic
def add_example_data() -> str | None:
    """Add what is missing of the example data; return a sentence when something was added.

    A region that somebody has set up stays as it is, and then nothing is added.
    """
    load_vocabulary()
    return add_example_region()


@transaction.atomic
def remove_example_data() -> bool:
    """Delete everything that is marked as an example; return whether the region itself was one."""
    return remove_example_region()


def example_state() -> list[Marked]:
    """Count what is marked as an example beside what is real."""
    return [
        Marked(
            label,
            examples=model.objects.filter(is_example=True).count(),
            real=model.objects.filter(is_example=False).count(),
        )
        for model, label in MARKED.items()
    ]
