"""From a format to a draft: choose the format, fill in one form."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from digitalradar.core.back_office import Screen

from ..kinds import Kind, find_kind, kinds
from ..services.creating import create_occurrence
from .forms.creating import CreateForm
from .names import NAME
from .permissions import ADD_DATES


class ChooseKind(Screen):
    """All formats, each with what it is for."""

    permission = ADD_DATES
    template_name = "events/back_office/choose.html"
    page_title = gettext_lazy("Termin anlegen")
    header_icon = "calendar"

    def get_parents(self) -> list[dict[str, str]]:
        return [{"url": reverse(f"{NAME}:index"), "label": _("Alle Termine")}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = [{"kind": kind, "summary": kind.text("summary")} for kind in kinds().values()]
        return super().get_context_data(**kwargs) | {"rows": rows}


class CreateScreen(Screen):
    """The form of one format; it makes a draft and leads to its overview."""

    permission = ADD_DATES
    template_name = "events/back_office/create.html"
    header_icon = "calendar"

    @cached_property
    def kind(self) -> Kind:
        try:
            return find_kind(self.kwargs["kind"])
        except KeyError:
            raise Http404 from None

    def get_page_title(self) -> str:
        return _("%(kind)s anlegen") % {"kind": self.kind.title}

    def get_parents(self) -> list[dict[str, str]]:
        return [
            {"url": reverse(f"{NAME}:index"), "label": _("Alle Termine")},
            {"url": reverse(f"{NAME}:choose"), "label": _("Termin anlegen")},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = {"kind": self.kind, "form": kwargs.get("form") or CreateForm(kind=self.kind)}
        return super().get_context_data(**kwargs) | own

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        form = CreateForm(request.POST, kind=self.kind)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=400)
        made = create_occurrence(kind=self.kind, draft=form.draft(), by=request.user)
        messages.success(request, _("Der Entwurf ist angelegt. Niemand sieht ihn, bis Sie ihn veröffentlichen."))
        return redirect(f"{NAME}:overview", made.pk)
