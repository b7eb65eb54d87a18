"""Bring the example year into the calendar, and take it out again."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from digitalradar.accounts.models import Person
from digitalradar.accounts.people import forget_if_unknown
from digitalradar.events.models import Booking, Occurrence, Place, Series
from digitalradar.focusgroups.models import FocusGroup, Membership
from digitalradar.tastings.models import Equipment, Interest
from digitalradar.topics.models import TopicField

from .calendar import monday_of
from .dates import SLUG, add_date, add_places, read
from .focus_groups import add_group
from .people import add_people

FRESH_FOR = timedelta(weeks=2)  # afterwards too many of the dates to come are over


@transaction.atomic
def add_example_year(today: date | None = None) -> str | None:
    """Make a year of dates around today; return a sentence when something was added.

    What was made some weeks ago is made anew, so that there is always something to come. A date stays as it is when
    somebody real has signed up for it or somebody of the staff has worked on it.
    """
    today = today or localdate()
    if _is_fresh(today) or not TopicField.objects.exists():
        return None
    kept = _in_use()
    groups = FocusGroup.objects.filter(is_example=True).exclude(series__occurrences__in=kept)
    _remove(groups, Occurrence.objects.filter(is_example=True).exclude(pk__in=kept))
    plan, people = read("dates.yaml"), add_people()
    places = add_places(plan["places"])
    taken = set(Occurrence.objects.values_list("slug", flat=True))
    for facts in plan["dates"]:
        if SLUG % facts["key"] not in taken:
            add_date(facts, today, places, people)
    for facts in read("focus_groups.yaml"):
        if not FocusGroup.objects.filter(slug=facts["slug"]).exists():
            add_group(facts, today, places, people)
    return _("Ein Jahr erfundener Termine ist geladen.")


@transaction.atomic
def remove_example_year() -> None:
    """Delete everything about dates that is marked as an example, with all that hangs on it, and its people."""
    _remove(FocusGroup.objects.filter(is_example=True), Occurrence.objects.filter(is_example=True))
    Place.objects.filter(is_example=True, occurrence=None).delete()
    Equipment.objects.filter(is_example=True, stations=None).delete()
    for person in Person.objects.filter(is_example=True):
        forget_if_unknown(person)
    # What real dates and people have come to rely on is no example any more.
    for model in (Series, Place, Equipment, Person):
        model.objects.filter(is_example=True).update(is_example=False)


def _is_fresh(today: date) -> bool:
    """Tell whether the dates were made around this week."""
    newest = Occurrence.objects.filter(is_example=True).order_by("-created_at").first()
    return newest is not None and monday_of(today) - monday_of(localdate(newest.created_at)) < FRESH_FOR


def _in_use() -> set[int]:
    """Return the ids of example dates that have become more than that, and of all dates of such groups."""
    touched = Occurrence.objects.filter(
        Q(registrations__is_example=False) | Q(log__by__isnull=False) | Q(series__focus_group__memberships__in=_real())
    )
    of_groups = Occurrence.objects.filter(series__focus_group__series__occurrences__in=touched)
    dates = Occurrence.objects.filter(Q(pk__in=touched) | Q(pk__in=of_groups), is_example=True)
    return set(dates.values_list("pk", flat=True))


def _real() -> QuerySet[Membership]:
    return Membership.objects.filter(is_example=False)


def _remove(groups: QuerySet[FocusGroup], dates: QuerySet[Occurrence]) -> None:
    """Delete groups with everybody and everything in them, then dates with everybody who booked.

    Real people who joined, signed up or wanted to be told are forgotten too, unless something else is known of them.
    """
    ids = list(dates.values_list("pk", flat=True))
    interested = Interest.objects.filter(occurrence__in=ids, person__isnull=False).values("person")
    joined_or_booked = Q(focus_memberships__group__in=list(groups)) | Q(registrations__occurrence__in=ids)
    real = list(Person.objects.filter(joined_or_booked | Q(pk__in=interested), is_example=False).distinct())
    for group in groups:
        group.memberships.all().delete()
        group.delete()
    Booking.objects.filter(offer__occurrence__in=ids).delete()
    for occurrence in Occurrence.objects.filter(pk__in=ids):
        occurrence.delete()
    Series.objects.filter(is_example=True, occurrences=None, focus_group=None).delete()
    for person in real:
        forget_if_unknown(person)
