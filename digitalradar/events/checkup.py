"""What ``digitalradar doctor`` asks about dates."""

from collections.abc import Iterator

from django.db.models import F, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce
from django.utils.timezone import now

from digitalradar.core.checkup import Finding, missing, ok, warning

from .models import Booking, Occurrence, Offer
from .models.booking import SEATED

NAMED = 3  # so many dates are named, the others are counted


def check_dates() -> Iterator[Finding]:
    """Look for counters that disagree with the rows, dates nobody can be asked about, and links into nothing."""
    findings = [finding for look in (_counters, _without_contact, _desk_links) for finding in look()]
    yield from findings or [ok(f"{Occurrence.objects.count()} dates, their counters agree with the bookings.")]


def miscounted() -> QuerySet[Offer]:
    """Return the offers whose counters differ from their bookings; there should be none."""
    seated = Booking.objects.filter(offer=OuterRef("pk"), state__in=SEATED).order_by().values("offer")
    counted = Offer.objects.annotate(
        persons=_sum(seated.annotate(number=Sum("party_size"))),
        reserved_persons=_sum(seated.annotate(number=Sum("party_size", filter=Q(uses_reserved=True)))),
    )
    return counted.exclude(seats_taken=F("persons"), reserved_used=F("reserved_persons"))


def _counters() -> Iterator[Finding]:
    wrong = miscounted().select_related("occurrence").order_by("occurrence__starts_at", "pk")
    if told := _named(offer.occurrence for offer in wrong):
        yield missing(f"Places are counted wrongly, which should be impossible. Please report it: {told}.")


def _without_contact() -> Iterator[Finding]:
    if told := _named(Occurrence.objects.to_come().filter(contact=None)):
        yield warning(f"Nobody is named for questions, and answers to mails go nowhere: {told}.")


def _desk_links() -> Iterator[Finding]:
    called_off = Occurrence.objects.filter(state=Occurrence.State.CANCELLED, ends_at__gt=now())
    if told := _named(called_off.filter(checkin_token_hash__isnull=False)):
        yield warning(f"Helpers at the door have a link to a date that is cancelled, take it back: {told}.")


def _sum(rows: QuerySet) -> Coalesce:
    return Coalesce(Subquery(rows.values("number"), output_field=IntegerField()), Value(0))


def _named(dates: object) -> str:
    """Return slugs of the first dates and how many more there are; empty for none."""
    slugs = list(dict.fromkeys(date.slug for date in dates))
    more = f" and {len(slugs) - NAMED} more" if len(slugs) > NAMED else ""
    return ", ".join(slugs[:NAMED]) + more
