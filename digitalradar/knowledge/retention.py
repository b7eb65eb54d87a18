"""What readers and reviewers leave behind, for the overview „Aufbewahrung“ of the back office."""

from datetime import datetime, timedelta

from django.db.models import Count, Min, Q
from django.utils.timezone import get_current_timezone, localdate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from digitalradar.core import retention
from digitalradar.core.retention import SOON, Figures, Kind

from .models import GuideFeedback, PreviewLink, ReviewComment
from .models.review import PREVIEW_LIFETIME
from .services.feedback import COMMENT_MONTHS, DAYS_PER_MONTH
from .services.reviews import REMARK_MONTHS


def register() -> None:
    """Tell the overview about each kind; called once at start."""
    retention.register(
        Kind(
            name=_("Kommentare zu Leitfäden"),
            purpose=_("Leitfäden verbessern"),
            clock=_comment_clock,
            remains=_("Ja oder Nein und der Tag"),
            figures=_comments,
            order=41,
        )
    )
    retention.register(
        Kind(
            name=_("Vorschaulinks"),
            purpose=_("Entwürfe von Menschen ohne Konto prüfen lassen"),
            clock=_link_clock,
            remains=_("nichts"),
            figures=lambda: retention.count(PreviewLink.objects.all(), since="created_at", until="expires_at"),
            order=42,
        )
    )
    retention.register(
        Kind(
            name=_("Anmerkungen zu Entwürfen"),
            purpose=_("Texte vor der Veröffentlichung verbessern"),
            clock=_remark_clock,
            remains=_("nichts"),
            figures=lambda: retention.count(ReviewComment.objects.all(), since="created_at"),
            order=43,
        )
    )


def _comment_clock() -> str:
    return ngettext("%(count)s Monat", "%(count)s Monate", COMMENT_MONTHS) % {"count": COMMENT_MONTHS}


def _link_clock() -> str:
    days = PREVIEW_LIFETIME.days
    return ngettext("%(count)s Tag", "%(count)s Tage", days) % {"count": days}


def _remark_clock() -> str:
    return ngettext(
        "%(count)s Monat, oder bis die Seite gelöscht wird",
        "%(count)s Monate, oder bis die Seite gelöscht wird",
        REMARK_MONTHS,
    ) % {"count": REMARK_MONTHS}


def _comments() -> Figures:
    """Count the answers that still have words; they know only their day, not the hour."""
    limit = localdate() + SOON - timedelta(days=COMMENT_MONTHS * DAYS_PER_MONTH)
    told = GuideFeedback.objects.exclude(comment="").aggregate(
        count=Count("pk"), oldest=Min("given_on"), due=Count("pk", filter=Q(given_on__lte=limit))
    )
    oldest = told["oldest"]
    since = oldest and datetime(oldest.year, oldest.month, oldest.day, tzinfo=get_current_timezone())
    return Figures(told["count"], since, told["due"])
