"""What happens with a reported barrier."""

import logging
from datetime import timedelta
from smtplib import SMTPException

from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import override

from digitalradar.region.queries import current_region

from .models import BarrierReport
from .privacy import BARRIER_REPORT_MONTHS

logger = logging.getLogger(__name__)
DAYS_PER_MONTH = 30.4375


@transaction.atomic
def report_barrier(*, problem: str, page: str = "", email: str = "") -> BarrierReport:
    """Keep the report and, once it is safely stored, write to the region if it has an address for this."""
    report = BarrierReport.objects.create(problem=problem, page=page, email=email)
    if receiver := current_region().report_email:
        transaction.on_commit(lambda: _send(report, receiver))
    return report


def delete_old_reports() -> int:
    """Delete reports that were answered ``BARRIER_REPORT_MONTHS`` ago; return how many."""
    limit = now() - timedelta(days=BARRIER_REPORT_MONTHS * DAYS_PER_MONTH)
    deleted, _by_model = BarrierReport.objects.filter(answered_at__lt=limit).delete()
    return deleted


def _send(report: BarrierReport, receiver: str) -> None:
    """Send the mail in German; without mail the report still stands in the back office."""
    with override("de"):
        mail = EmailMessage(
            subject=_("Digitalradar: Jemand hat eine Barriere gemeldet"),
            body=_("Seite: %(page)s\nAntwort an: %(email)s\n\n%(problem)s")
            % {
                "page": report.page or _("nicht angegeben"),
                "email": report.email or _("keine Adresse angegeben"),
                "problem": report.problem,
            },
            to=[receiver],
            reply_to=[report.email] if report.email else None,
        )
    try:
        mail.send()
    except (SMTPException, OSError):
        logger.exception("The mail about barrier report %s was not sent.", report.pk)
