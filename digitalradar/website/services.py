"""What happens with a reported barrier."""

from datetime import timedelta

from django.db import transaction
from django.utils.timezone import now

from digitalradar.region.queries import current_region

from . import emails
from .models import BarrierReport
from .privacy import BARRIER_REPORT_MONTHS

DAYS_PER_MONTH = 30.4375


@transaction.atomic
def report_barrier(*, problem: str, page: str = "", email: str = "") -> BarrierReport:
    """Keep the report and put an e-mail to the region beside it, if it has an address for this."""
    report = BarrierReport.objects.create(problem=problem, page=page, email=email)
    if receiver := current_region().report_email:
        emails.barrier_report(report, receiver)
    return report


def delete_old_reports() -> int:
    """Delete reports that were answered ``BARRIER_REPORT_MONTHS`` ago; return how many."""
    limit = now() - timedelta(days=BARRIER_REPORT_MONTHS * DAYS_PER_MONTH)
    deleted, _by_model = BarrierReport.objects.filter(answered_at__lt=limit).delete()
    return deleted
