"""At a station: who is booked for a round, who has come without a sign-up, and places that nobody claims (T-3)."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages

from digitalradar.core.errors import DomainError
from digitalradar.events.back_office.permissions import CHANGE_PEOPLE
from digitalradar.events.models import Attendance, Booking
from digitalradar.events.models.booking import SEATED
from digitalradar.events.services.attendance import arrive, why_no_check_in
from digitalradar.events.services.walk_ins import release_unclaimed, walk_in

from ..models import Round
from ..presentation import times
from ..presentation.choice import LONGEST
from .forms import AtStationForm
from .plan import OfTasting

SHOWN = (*SEATED, Booking.State.WAITING)


class AtStationScreen(OfTasting):
    """One round at one station, for the host who stands there with a phone."""

    permission = CHANGE_PEOPLE
    template_name = "tastings/back_office/at_station.html"

    @cached_property
    def round(self) -> Round:
        rounds = Round.objects.select_related("offer__occurrence", "station", "slot__occurrence")
        return get_object_or_404(rounds, pk=self.kwargs["round"], station__occurrence=self.occurrence)

    def get_page_title(self) -> str:
        return f"{times.begin(self.round.slot)} {self.round.station.title}"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        bookings = Booking.objects.filter(offer=self.round.offer, state__in=SHOWN).select_related("registration")
        own = {
            "round": self.round,
            "span": times.span(self.round.slot),
            "seated": [booking for booking in bookings if booking.state in SEATED],
            "waiting": [booking for booking in bookings if booking.state == Booking.State.WAITING],
            "form": kwargs.pop("form", None) or AtStationForm(),
            "release_minutes": settings.EVENTS_UNCLAIMED_MINUTES,
            "can_check_in": not why_no_check_in(self.occurrence, now()),
        }
        return super().get_context_data(**kwargs) | own

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        form = AtStationForm(request.POST if request.POST.get("act") == "enter" else None)
        try:
            if request.POST.get("act") == "release":
                messages.success(request, self.release())
            elif "arrived" in request.POST:
                messages.success(request, self.check_in(request.POST["arrived"]))
            elif form.is_valid():
                messages.success(request, self.enter(form))
            elif form.is_bound:
                return self.render_to_response(self.get_context_data(form=form), status=400)
        except DomainError as refusal:
            self.refused(refusal)
            return self.render_to_response(self.get_context_data(form=form if form.is_bound else None), status=409)
        return redirect(request.path)

    def check_in(self, pk: str) -> str:
        """Check somebody in who has not been at the entrance: for the whole date, as there."""
        is_number = pk.isascii() and pk.isdecimal() and len(pk) < LONGEST
        rows = Booking.objects.filter(offer=self.round.offer, state__in=SEATED).select_related("registration")
        booking = get_object_or_404(rows, pk=int(pk) if is_number else 0)
        arrive(booking.registration, way=Attendance.Way.LIST, by=self.request.user)
        return _("%(name)s ist eingecheckt.") % {"name": booking.registration}

    def enter(self, form: AtStationForm) -> str:
        booking = walk_in(offer=self.round.offer, entry=form.entry(), by=self.request.user)
        self._let_in([booking])
        told = _("%(name)s hat einen Platz.") if booking.state in SEATED else _("%(name)s wartet am Stand.")
        return told % {"name": booking.registration}

    def release(self) -> str:
        admitted = release_unclaimed(self.round.offer, by=self.request.user)
        self._let_in(admitted)
        count = len(admitted)
        if not count:
            return _("Es wartet niemand am Stand, der einen Platz bekommen könnte.")
        words = ngettext("%(count)d Anmeldung rückt nach.", "%(count)d Anmeldungen rücken nach.", count)
        return words % {"count": count}

    def _let_in(self, bookings: Iterable[Booking]) -> None:
        """Who stands at the station and has a place now is there: nobody checks them in a second time."""
        for booking in bookings:
            if booking.state == Booking.State.CONFIRMED:
                arrive(booking.registration, way=Attendance.Way.WALK_IN, by=self.request.user)
