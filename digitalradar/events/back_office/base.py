"""What the screens about one date have in common."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages

from digitalradar.core.back_office import Screen
from digitalradar.core.errors import DomainError

from ..models import Occurrence
from .names import NAME
from .permissions import CHANGE_DATES, SEE_DATES


class OfDate(Screen):
    """A screen about one date; it stands below its overview."""

    permission = SEE_DATES
    header_icon = "calendar"

    @cached_property
    def occurrence(self) -> Occurrence:
        return get_object_or_404(Occurrence.objects.select_related("place", "series"), pk=self.kwargs["pk"])

    def get_parents(self) -> list[dict[str, str]]:
        return [
            {"url": reverse(f"{NAME}:index"), "label": _("Alle Termine")},
            {"url": self.overview, "label": str(self.occurrence)},
        ]

    @property
    def overview(self) -> str:
        return reverse(f"{NAME}:overview", args=[self.kwargs["pk"]])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = {"occurrence": self.occurrence, "overview": self.overview}
        return super().get_context_data(**kwargs) | own | kwargs

    def refused(self, refusal: DomainError) -> None:
        """Show the refusal of a service in its own words."""
        messages.error(self.request, str(refusal))


class ActScreen(OfDate):
    """Says what an act does and asks for what it needs; a post does it.

    ``act`` returns the sentence that is shown afterwards; a refusal leads back to the same form with its reason.
    """

    permission = CHANGE_DATES
    template_name = "events/back_office/act.html"
    form_class: type[forms.Form] = forms.Form
    button = ""
    is_grave = False

    def get_form(self, data: Any = None) -> forms.Form:
        return self.form_class(data, initial=self.get_initial())

    def get_initial(self) -> dict[str, Any]:
        return {}

    def explanation(self) -> list[str]:
        """Return what follows, in sentences."""
        return []

    def act(self, form: Any) -> str:
        raise NotImplementedError

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = {
            "form": kwargs.get("form") or self.get_form(),
            "explanation": self.explanation(),
            "button": self.button,
            "is_grave": self.is_grave,
        }
        return super().get_context_data(**kwargs) | own

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        form = self.get_form(request.POST)
        if form.is_valid():
            try:
                done = self.act(form)
            except DomainError as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, done)
                return redirect(self.next_url())
        return self.render_to_response(self.get_context_data(form=form), status=400)

    def next_url(self) -> str:
        return self.overview
