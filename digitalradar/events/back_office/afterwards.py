"""When a date is over: who was there, what was said about it, the minutes."""

from typing import Any

from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from digitalradar.core.errors import DomainError

from ..forms.afterwards import RATINGS
from ..models import Attendance, Booking, Minutes
from ..queries.results import FLOOR, feedback_results, follow_up_results
from ..services.attendance import correct, minutes_of
from ..services.editing import save_minutes
from .base import OfDate
from .forms.parts import MinutesForm
from .forms.people import CorrectionForm
from .people import OfPerson
from .permissions import CHANGE_DATES


class AfterwardsScreen(OfDate):
    """Figures, feedback, minutes; only figures and words, no names."""

    page_title = gettext_lazy("Nachher")
    template_name = "events/back_office/afterwards.html"

    @cached_property
    def minutes(self) -> Minutes:
        return Minutes.objects.filter(occurrence=self.occurrence).first() or Minutes(occurrence=self.occurrence)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = kwargs.get("form") or MinutesForm(instance=self.minutes)
        present = Attendance.objects.filter(registration__occurrence=self.occurrence)
        missed = Booking.objects.filter(offer__occurrence=self.occurrence, state=Booking.State.NO_SHOW)
        feedback, answers = feedback_results(self.occurrence), dict(RATINGS)
        own = {
            "form": form,
            "media": form.media,
            "minutes": self.minutes,
            "is_approved": self.minutes.pk and self.minutes.state == Minutes.State.APPROVED,
            "may_change": self.request.user.has_perm(CHANGE_DATES),
            "feedback": feedback,
            "ratings": [(answers[rating], rating, count) for rating, count in feedback.ratings],
            "follow_up": follow_up_results(self.occurrence),
            "floor": FLOOR,
            "present": present.aggregate(Sum("persons"))["persons__sum"] or 0,
            "missed": missed.aggregate(Sum("party_size"))["party_size__sum"] or 0,
        }
        return super().get_context_data(**kwargs) | own

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.user.has_perm(CHANGE_DATES):
            return redirect(request.path)
        form = MinutesForm(request.POST, instance=Minutes(occurrence=self.occurrence))
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=400)
        data = form.cleaned_data
        try:
            save_minutes(occurrence=self.occurrence, text=data["text"], state=data["state"], by=request.user)
        except DomainError as refusal:
            self.refused(refusal)
        else:
            messages.success(request, _("Das Protokoll ist gespeichert."))
        return redirect(request.path)


class CorrectScreen(OfPerson):
    """Who of one party really came; asks for the reason."""

    page_title = gettext_lazy("Teilnahme berichtigen")
    form_class = CorrectionForm
    button = gettext_lazy("Berichtigen")

    def get_initial(self) -> dict[str, Any]:
        attendance = getattr(self.registration, "attendance", None)
        if attendance:
            return {"persons": attendance.persons, "minutes": attendance.minutes}
        bookings = list(self.registration.bookings.select_related("offer"))
        return {"persons": 0, "minutes": minutes_of(self.occurrence, bookings)}

    def explanation(self) -> list[str]:
        return [_("Es geht um %(name)s. Der Grund wird bei der Teilnahme gespeichert.") % {"name": self.registration}]

    def act(self, form: CorrectionForm) -> str:
        correct(self.registration, **form.cleaned_data, by=self.request.user)
        return _("Die Teilnahme von %(name)s ist berichtigt.") % {"name": self.registration}
