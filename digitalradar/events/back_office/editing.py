"""The parts of a date, each on a page of its own: what it says, places, questions, agenda, material."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from digitalradar.core.errors import DomainError

from ..checks import check
from ..models import Occurrence
from ..services.capacity import set_capacity
from ..services.editing import change_details
from ..services.places import lock
from ..services.rescheduling import tell_of_times
from ..services.waiting_list import give_away
from .base import OfDate
from .forms.creating import PlaceFields
from .forms.parts import AgendaSet, DetailsForm, MaterialSet, OfferSet, QuestionSet
from .forms.times import TimesForm, times_of
from .permissions import CHANGE_DATES
from .rows import RowsScreen

PLACE = ("mode", "place", "room", "online_url")


class WhenWhereForm(PlaceFields, TimesForm):
    """Time and place of a draft."""


class EditScreen(OfDate):
    """What a date says; time and place too, as long as it is a draft."""

    permission = CHANGE_DATES
    page_title = gettext_lazy("Angaben")
    template_name = "events/back_office/edit.html"

    @property
    def is_draft(self) -> bool:
        return self.occurrence.state == Occurrence.State.DRAFT

    def forms(self, data: Any = None) -> tuple[DetailsForm, WhenWhereForm | None]:
        place = {name: getattr(self.occurrence, name) for name in PLACE}
        details = DetailsForm(data, instance=Occurrence.objects.get(pk=self.occurrence.pk))
        return details, WhenWhereForm(data, initial=times_of(self.occurrence) | place) if self.is_draft else None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        details, when = kwargs.pop("forms", None) or self.forms()
        media = details.media + when.media if when else details.media
        return super().get_context_data(**kwargs) | {"form": details, "when": when, "media": media}

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        details, when = self.forms(request.POST)
        if not (details.is_valid() & (when is None or when.is_valid())):
            return self.render_to_response(self.get_context_data(forms=(details, when)), status=400)
        changes = dict(details.cleaned_data)
        topics = changes.pop("topic_fields")
        if when:
            changes |= {name: when.cleaned_data[name] for name in PLACE}
            changes["starts_at"], changes["ends_at"] = when.times()
        try:
            change_details(occurrence=self.occurrence, changes=changes, topic_fields=topics, by=request.user)
        except DomainError as refusal:
            self.refused(refusal)
        else:
            messages.success(request, _("Die Angaben sind gespeichert."))
        return redirect(request.path)


class OffersScreen(RowsScreen):
    """What can be booked. The number of places goes through the service that knows who has them."""

    page_title = gettext_lazy("Plätze")
    formset_class = OfferSet
    part = "offers"
    row_name = gettext_lazy("Angebot")
    intro = gettext_lazy(
        "Ein Termin hat meist ein Angebot: sich selbst. Mehr Plätze rücken die Warteliste nach; weniger gibt es nur, "
        "wenn niemand dadurch seinen Platz verliert."
    )

    def save(self) -> None:
        lock(self.occurrence.pk)  # first of all, like whoever books: in another order the two could block each other
        self.rows.save(commit=False)
        for offer in self.rows.deleted_objects:
            if offer.bookings.exists():
                raise DomainError(
                    _("Für dieses Angebot hat sich schon jemand angemeldet. Es lässt sich nicht löschen.")
                )
            offer.delete()
        for offer in self.rows.new_objects:
            offer.save()
        numbers, other_times = {form.instance.pk: form for form in self.rows.initial_forms}, []
        for offer, changed in self.rows.changed_objects:
            form = numbers[offer.pk]
            if plain := [name for name in changed if name not in ("capacity", "reserved")]:
                offer.save(update_fields=plain)
            if {"starts_at", "ends_at"} & set(changed):
                other_times.append(offer)
            if {"capacity", "reserved"} & set(changed):
                places = form.places()
                set_capacity(offer, places["capacity"], reserved=places["reserved"], by=self.request.user)
        check(lock(self.occurrence.pk))
        give_away(self.occurrence)  # a later closing time, another kind of waiting list
        tell_of_times(self.occurrence, other_times)


class QuestionsScreen(RowsScreen):
    page_title = gettext_lazy("Fragen")
    formset_class = QuestionSet
    part = "questions"
    row_name = gettext_lazy("Frage")
    intro = gettext_lazy("Fragen Sie nur, was Sie für diesen Termin wirklich brauchen. Drei Fragen sind schon viel.")


class AgendaScreen(RowsScreen):
    page_title = gettext_lazy("Ablauf")
    formset_class = AgendaSet
    part = "agenda"
    row_name = gettext_lazy("Punkt")
    intro = gettext_lazy("Uhrzeiten helfen denen, die nur einen Teil der Zeit haben.")


class MaterialScreen(RowsScreen):
    page_title = gettext_lazy("Material")
    formset_class = MaterialSet
    part = "material"
    row_name = gettext_lazy("Material")
    intro = gettext_lazy("Gezeigt wird nur, was jemand freigegeben hat und unter welcher Lizenz.")
