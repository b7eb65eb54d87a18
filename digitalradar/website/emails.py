"""E-mails of the website, one function each."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from digitalradar.mail import previews
from digitalradar.mail.services import queue

from .models import BarrierReport

BARRIER_REPORT = "website.barrier_report"
BARRIER_REPORT_TEMPLATE = "website/mail/barrier_report"


def barrier_report(report: BarrierReport, to: str) -> None:
    """Tell the region about a report; an answer goes straight to the reader who left an address."""
    queue(
        kind=BARRIER_REPORT,
        to=to,
        language="de",  # the region's own staff
        template=BARRIER_REPORT_TEMPLATE,
        context={"problem": report.problem, "page": report.page, "email": report.email},
        dedupe_key=f"{BARRIER_REPORT}:{report.pk}",
        reply_to=report.email,
    )


def barrier_report_example() -> dict[str, Any]:
    """Return made-up values for the preview."""
    return {
        "problem": "Ich komme mit der Tastatur nicht aus dem Menü heraus.",
        "page": "/check/",
        "email": "beispiel@example.org",
    }


def register_previews() -> None:
    """Show the e-mails in the back office; called once at start."""
    previews.register(
        BARRIER_REPORT,
        label=_("Gemeldete Barriere"),
        template=BARRIER_REPORT_TEMPLATE,
        example=barrier_report_example,
    )
