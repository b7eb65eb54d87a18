"""The people of one date: the list, what can be done for each, and entering somebody by hand."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin import messages

from digitalradar.core.back_office import PermissionRequired
from digitalradar.core.errors import DomainError

from ..models import Attendance, Booking, Registration
from ..queries.overview import participants_of
from ..services.attendance import arrive, undo
from ..services.cancelling import cancel
from ..services.helping import confirm_for, prefer, send_link_again
from ..services.signing_up import register_verified
from .base import ActScreen, OfDate
from .forms.people import EntryForm
from .names import NAME
from .permissions import CHANGE_PEOPLE, SEE_PEOPLE


class PeopleScreen(OfDate):
    """Everybody who signed up, with the state of their places."""

    permission = SEE_PEOPLE
    page_title = gettext_lazy("Teilnehmende")
    template_name = "events/back_office/people.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = participants_of(self.occurrence)
        own = {
            "active": [row for row in rows if row.is_active or row.is_coming],
            "gone": [row for row in rows if not (row.is_active or row.is_coming)],
            "may_change": self.request.user.has_perm(CHANGE_PEOPLE),
            "is_running": self.occurrence.state == self.occurrence.State.PUBLISHED,
        }
        return super().get_context_data(**kwargs) | own


class ActOnPerson(PermissionRequired, View):
    """One act for one registration, by a button of the list; the act's name is part of the form."""

    permission = CHANGE_PEOPLE
    http_method_names = ["post"]

    @cached_property
    def registration(self) -> Registration:
        rows = Registration.objects.select_related("occurrence", "person")
        return get_object_or_404(rows, pk=self.kwargs["registration"], occurrence=self.kwargs["pk"], erased_at=None)

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        act = ACTS.get(request.POST.get("act", ""))
        if act:
            try:
                messages.success(request, act(self, self.registration))
            except DomainError as refusal:
                messages.error(request, str(refusal))
        return redirect(f"{NAME}:people", self.kwargs["pk"])

    def confirm(self, registration: Registration) -> str:
        confirm_for(registration, by=self.request.user)
        return _("Die Anmeldung von %(name)s ist bestätigt.") % {"name": registration}

    def prefer(self, registration: Registration) -> str:
        waiting = registration.bookings.filter(state=Booking.State.WAITING).select_related("offer")
        for booking in waiting:
            prefer(booking, by=self.request.user)
        return _("%(name)s rückt als Nächstes nach.") % {"name": registration}

    def resend(self, registration: Registration) -> str:
        send_link_again(registration, by=self.request.user)
        return _("Der Link zur Anmeldung geht noch einmal an %(name)s.") % {"name": registration}

    def arrive(self, registration: Registration) -> str:
        arrive(registration, way=Attendance.Way.LIST, by=self.request.user)
        return _("%(name)s ist da.") % {"name": registration}

    def undo(self, registration: Registration) -> str:
        undo(registration, by=self.request.user)
        return _("Das Einchecken von %(name)s ist zurückgenommen.") % {"name": registration}


ACTS: dict[str, Callable[[ActOnPerson, Registration], str]] = {
    "confirm": ActOnPerson.confirm,
    "prefer": ActOnPerson.prefer,
    "resend": ActOnPerson.resend,
    "arrive": ActOnPerson.arrive,
    "undo": ActOnPerson.undo,
}


class OfPerson(ActScreen):
    """An act for one person that is worth a question first; it leads back to the list."""

    permission = CHANGE_PEOPLE

    @cached_property
    def registration(self) -> Registration:
        rows = self.occurrence.registrations.select_related("person", "occurrence")
        return get_object_or_404(rows, pk=self.kwargs["registration"], erased_at=None)

    def get_parents(self) -> list[dict[str, str]]:
        return [*super().get_parents(), {"url": self.next_url(), "label": _("Teilnehmende")}]

    def next_url(self) -> str:
        return reverse(f"{NAME}:people", args=[self.kwargs["pk"]])


class CancelForScreen(OfPerson):
    """Give somebody's places back."""

    page_title = gettext_lazy("Für jemanden absagen")
    button = gettext_lazy("Ja, absagen")
    is_grave = True

    def explanation(self) -> list[str]:
        return [
            _("Alle Plätze von %(name)s werden frei, und die Warteliste rückt nach.") % {"name": self.registration},
            _("%(name)s bekommt eine Nachricht darüber.") % {"name": self.registration},
        ]

    def act(self, form: Any) -> str:
        if cancel(self.registration, by=self.request.user):
            return _("Die Anmeldung von %(name)s ist abgesagt.") % {"name": self.registration}
        return _("Es gab nichts mehr abzusagen.")


class EnterScreen(ActScreen):
    """Enter somebody who called or wrote."""

    permission = CHANGE_PEOPLE
    page_title = gettext_lazy("Jemanden eintragen")
    button = gettext_lazy("Eintragen")

    def get_form(self, data: Any = None) -> EntryForm:
        return EntryForm(data, occurrence=self.occurrence)

    def explanation(self) -> list[str]:
        return [
            _(
                "Die Person bekommt den Platz sofort, oder sie kommt auf die Warteliste. "
                "Eine Nachricht sagt ihr, was daraus wurde."
            )
        ]

    def act(self, form: EntryForm) -> str:
        offers = [offer.pk for offer in form.cleaned_data["offers"]]
        reserved = form.cleaned_data.get("reserved", False)
        done = register_verified(
            occurrence=self.occurrence, entry=form.entry(), offers=offers, by=self.request.user, reserved=reserved
        )
        if not done.is_new:
            return _("%(name)s war schon angemeldet. Es hat sich nichts geändert.") % {"name": done.registration}
        waits = done.registration.bookings.filter(state=Booking.State.WAITING).exists()
        told = _("%(name)s steht auf der Warteliste.") if waits else _("%(name)s hat einen Platz.")
        return told % {"name": done.registration}

    def next_url(self) -> str:
        return reverse(f"{NAME}:people", args=[self.kwargs["pk"]])
