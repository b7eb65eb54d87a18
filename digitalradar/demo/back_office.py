"""Screen „Beispieldaten“: what is made up, and a button each to add it and to take it away."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.log_actions import log

from digitalradar.assessments.back_office.menu import MENU_HOOK
from digitalradar.core.back_office.screen import Screen, ScreenViewSet
from digitalradar.region.models import Region

from .services import Marked, add_example_data, example_state, remove_example_data

NAME = "example_data"
PERMISSION = "region.switch_exampledata"
ADDED, REMOVED = "demo.example_data.added", "demo.example_data.removed"


class ExampleDataScreen(Screen):
    """What is marked as an example, beside what is real."""

    permission = PERMISSION
    template_name = "demo/back_office.html"
    page_title = gettext_lazy("Beispieldaten")
    header_icon = "snippet"

    @cached_property
    def state(self) -> list[Marked]:
        return example_state()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = {
            "state": self.state,
            "has_examples": any(kind.examples for kind in self.state),
            "has_real_region": any(kind.real for kind in self.state[:3]),
        }
        return super().get_context_data(**kwargs) | own


class ChangeScreen(ExampleDataScreen):
    """Says what follows; a post does it."""

    template_name = "demo/confirm.html"
    adds = True

    def get_page_title(self) -> str:
        return _("Beispieldaten hinzufügen") if self.adds else _("Beispieldaten entfernen")

    def get_parents(self) -> list[dict[str, str]]:
        return [{"url": reverse(f"{NAME}:index"), "label": _("Beispieldaten")}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"adds": self.adds}

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if self.adds:
            self._add(request)
        else:
            self._remove(request)
        return redirect(f"{NAME}:index")

    def _add(self, request: HttpRequest) -> None:
        if sentence := add_example_data():
            log(instance=Region.objects.get(), action=ADDED, user=request.user)
            messages.success(request, sentence)
        else:
            messages.warning(request, _("Nichts hinzugefügt: Es ist schon eine Region eingerichtet."))

    def _remove(self, request: HttpRequest) -> None:
        if not any(kind.examples for kind in self.state):
            messages.warning(request, _("Es gibt keine Beispieldaten."))
            return
        if region := Region.objects.first():
            log(instance=region, action=REMOVED, user=request.user)
        if remove_example_data():
            messages.success(request, _("Die Beispieldaten sind entfernt. Tragen Sie jetzt Ihre Region ein."))
        else:
            messages.success(request, _("Die Beispieldaten sind entfernt. Ihre Region ist unverändert."))


class ExampleDataViewSet(ScreenViewSet):
    """Addresses and menu entry."""

    name = NAME
    url_prefix = "checks/beispieldaten"
    menu_label = gettext_lazy("Beispieldaten")
    menu_hook = MENU_HOOK
    icon = "snippet"
    menu_order = 70
    permission = PERMISSION

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", ExampleDataScreen.as_view(), name="index"),
            path("hinzufuegen/", ChangeScreen.as_view(adds=True), name="add"),
            path("entfernen/", ChangeScreen.as_view(adds=False), name="remove"),
        ]
