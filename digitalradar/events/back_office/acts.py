"""What can be done about a date that is published: move, call off, close, copy, prepare the desk."""

from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from ..models import Occurrence
from ..services.closing import close
from ..services.desk_links import open_desk, shut_desk
from ..services.duplicating import duplicate
from ..services.rescheduling import call_off, concerned, move
from .base import ActScreen, OfDate
from .editing import PLACE, WhenWhereForm
from .forms.people import ReasonForm
from .forms.times import ClockInput, DayInput, check_day, times_of
from .names import NAME
from .permissions import ADD_DATES, CHANGE_PEOPLE


def told_to(count: int) -> str:
    """Say how many people hear of it."""
    if not count:
        return _("Niemand ist angemeldet, also bekommt niemand eine Nachricht.")
    words = ngettext("%(count)s Person bekommt eine Nachricht.", "%(count)s Personen bekommen eine Nachricht.", count)
    return words % {"count": count}


class MoveScreen(ActScreen):
    """Another time, another place."""

    page_title = gettext_lazy("Termin verschieben")
    form_class = WhenWhereForm
    button = gettext_lazy("Verschieben und alle benachrichtigen")

    def get_initial(self) -> dict[str, Any]:
        return times_of(self.occurrence) | {name: getattr(self.occurrence, name) for name in PLACE}

    def explanation(self) -> list[str]:
        return [
            _("Alle Plätze bleiben erhalten. Wer nicht mehr kann, sagt selbst ab."),
            told_to(concerned(self.occurrence).count()),
        ]

    def act(self, form: WhenWhereForm) -> str:
        starts_at, ends_at = form.times()
        place = {name: form.cleaned_data[name] for name in PLACE}
        told = move(occurrence=self.occurrence, starts_at=starts_at, ends_at=ends_at, place=place, by=self.request.user)
        return f"{_('Der Termin ist geändert.')} {told_to(told)}"


class CallOffScreen(ActScreen):
    """Say that a date does not take place."""

    page_title = gettext_lazy("Termin absagen")
    form_class = ReasonForm
    button = gettext_lazy("Ja, Termin absagen")
    is_grave = True

    def explanation(self) -> list[str]:
        return [
            told_to(concerned(self.occurrence).count()),
            _("Die Seite des Termins bleibt stehen und sagt, dass er ausfällt. Zurücknehmen lässt sich das nicht."),
        ]

    def act(self, form: ReasonForm) -> str:
        told = call_off(occurrence=self.occurrence, reason=form.cleaned_data["reason"], by=self.request.user)
        return f"{_('Der Termin ist abgesagt.')} {told_to(told)}"


class CloseScreen(ActScreen):
    """Say that everybody who came is recorded."""

    page_title = gettext_lazy("Termin abschließen")
    button = gettext_lazy("Abschließen")

    def explanation(self) -> list[str]:
        return [
            _("Wer einen Platz hatte und nicht eingecheckt ist, gilt dann als nicht gekommen."),
            _("Danach lässt sich die Teilnahme nur noch mit einer Begründung berichtigen."),
        ]

    def act(self, form: forms.Form) -> str:
        close(self.occurrence, by=self.request.user)
        return _("Der Termin ist abgeschlossen.")


class DuplicateForm(forms.Form):
    """When the copy takes place; it takes as long as its template."""

    title = forms.CharField(label=gettext_lazy("Titel"), max_length=160)
    day = forms.DateField(label=gettext_lazy("Datum"), widget=DayInput, validators=[check_day])
    begin = forms.TimeField(label=gettext_lazy("Beginn"), widget=ClockInput)


class DuplicateScreen(ActScreen):
    """A new draft like this one."""

    permission = ADD_DATES
    page_title = gettext_lazy("Als Vorlage nehmen")
    form_class = DuplicateForm
    button = gettext_lazy("Entwurf anlegen")

    def get_initial(self) -> dict[str, Any]:
        return {"title": self.occurrence.title, "begin": self.occurrence.local_start.time()}

    def explanation(self) -> list[str]:
        return [
            _("Texte, Ort, Plätze, Fragen und Ablauf werden übernommen; Anmeldungen, Material und Protokoll nicht.")
        ]

    def act(self, form: DuplicateForm) -> str:
        data = form.cleaned_data
        starts_at = datetime.combine(data["day"], data["begin"], self.occurrence.zone)
        self.made = duplicate(
            occurrence=self.occurrence, starts_at=starts_at, title=data["title"], by=self.request.user
        )
        return _("Der Entwurf ist angelegt.")

    def next_url(self) -> str:
        return reverse(f"{NAME}:overview", args=[self.made.pk])


class DeskScreen(OfDate):
    """The link for helpers at the door: made here, shown once, ended here. Whoever has it sees names and checks in."""

    permission = CHANGE_PEOPLE
    page_title = gettext_lazy("Einchecken vorbereiten")
    template_name = "events/back_office/desk.html"

    @cached_property
    def is_open(self) -> bool:
        return Occurrence.objects.filter(pk=self.occurrence.pk).exclude(checkin_token_hash=None).exists()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"is_open": self.is_open} | kwargs

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if request.POST.get("act") == "shut":
            shut_desk(occurrence=self.occurrence, by=request.user)
            messages.success(request, _("Der Link führt ab sofort nirgends mehr hin."))
            return redirect(request.path)
        token = open_desk(occurrence=self.occurrence, by=request.user)
        address = f"{settings.PUBLIC_URL}{reverse('events:desk', args=[token])}"
        response = self.render_to_response(self.get_context_data(new_link=address, is_open=True))
        response["Referrer-Policy"] = "same-origin"
        add_never_cache_headers(response)
        return response
