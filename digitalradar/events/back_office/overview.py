"""One date on one page: how full it is, who waits, what is needed, what happened."""

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy

from ..models import Booking, Occurrence, Offer
from ..queries.overview import (
    Participant,
    answers_of,
    needs_of,
    offers_of,
    participants_of,
    passed_over,
    waiting_lists,
)
from ..services.publishing import why_not_ready
from .base import OfDate
from .log_words import told
from .permissions import ADD_DATES, CHANGE_DATES, CHANGE_PEOPLE, DELETE_DATES, SEE_PEOPLE

ENTRIES_SHOWN = 100
SKIPPED = {
    "party": gettext_lazy("übergangen: so viele Plätze waren nicht frei"),
    "overlap": gettext_lazy("übergangen: hat zur selben Zeit schon einen Platz"),
}


class OverviewScreen(OfDate):
    """Figures for all who may see dates; names, needs and answers for those who may see people."""

    template_name = "events/back_office/overview.html"

    def get_page_title(self) -> str:
        return self.occurrence.title

    def get_parents(self) -> list[dict[str, str]]:
        return super().get_parents()[:1]

    @cached_property
    def participants(self) -> list[Participant]:
        return participants_of(self.occurrence)

    def waiting(self) -> list[tuple[Offer, list[Booking]]]:
        """The waiting lists, with the reason beside those who were passed over."""
        lists, reasons = waiting_lists(self.participants), passed_over(self.occurrence)
        for booking in (booking for _offer, bookings in lists for booking in bookings):
            booking.skipped = SKIPPED.get(reasons.get(booking.pk, ""), "")
        return lists

    def told_by_people(self) -> dict[str, Any]:
        """What somebody wrote may say who they are, even without a name."""
        return {
            "waiting": self.waiting(),
            "needs": needs_of(self.participants),
            "answers": answers_of(list(self.occurrence.questions.all()), self.participants),
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user, occurrence = self.request.user, self.occurrence
        own = {
            "offers": offers_of(occurrence, self.participants),
            **(self.told_by_people() if user.has_perm(SEE_PEOPLE) else {}),
            "log": told(occurrence.log.select_related("by").order_by("-at", "-pk")[:ENTRIES_SHOWN]),
            "missing": why_not_ready(occurrence) if occurrence.state == Occurrence.State.DRAFT else "",
            "public_url": reverse("events:event", args=[occurrence.slug]) if occurrence.is_public else "",
            "may_change": user.has_perm(CHANGE_DATES),
            "may_add": user.has_perm(ADD_DATES),
            "may_delete": user.has_perm(DELETE_DATES),
            "may_see_people": user.has_perm(SEE_PEOPLE),
            "may_change_people": user.has_perm(CHANGE_PEOPLE),
            "is_draft": occurrence.state == Occurrence.State.DRAFT,
            "is_open": occurrence.state in (Occurrence.State.DRAFT, Occurrence.State.PUBLISHED),
        }
        return super().get_context_data(**kwargs) | own
