"""What hosts see of their dates: figures beside each, without a query per row."""

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Coalesce

from ..models import Booking, Occurrence, Offer


def with_figures(dates: QuerySet[Occurrence]) -> QuerySet[Occurrence]:
    """Add ``taken`` and ``places`` (persons), ``is_unlimited``, and ``waiting`` (parties) to each date."""
    offers = Offer.objects.filter(occurrence=OuterRef("pk")).order_by().values("occurrence")
    waiting = Booking.objects.filter(offer__occurrence=OuterRef("pk"), state=Booking.State.WAITING)
    return dates.annotate(
        taken=_number(offers.annotate(number=Sum("seats_taken"))),
        places=_number(offers.annotate(number=Sum("capacity"))),
        unlimited=_number(offers.annotate(number=Count("pk", filter=Q(capacity=None)))),
        waiting=_number(waiting.order_by().values("offer__occurrence").annotate(number=Count("pk"))),
    )


def _number(rows: QuerySet) -> Coalesce:
    return Coalesce(Subquery(rows.values("number"), output_field=IntegerField()), Value(0))
