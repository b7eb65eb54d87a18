"""Screen „Vergleichswerte freigeben“: what is shown, what a release would change, and the releases so far."""

from datetime import datetime
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.log_actions import log

from digitalradar.core.back_office.screen import Screen, ScreenViewSet
from digitalradar.core.errors import DomainError

from ..benchmark import Action
from ..models import BenchmarkRelease, Contribution
from ..services.release_plans import PlannedCell, preview_release
from ..services.releases import release
from .forms import PreviewForm
from .permissions import RELEASE_COMPARISON
from .release_words import ACTIONS, Names

NAME = "check_releases"
ACTION = "assessments.comparison.released"
PER_PAGE = 50
LISTED_RELEASES = 12


class ReleaseScreen(Screen):
    """Shows groups, never contributions; no number below ten."""

    permission = RELEASE_COMPARISON
    template_name = "assessments/back_office/releases.html"
    page_title = gettext_lazy("Vergleichswerte freigeben")
    header_icon = "group"

    @cached_property
    def names(self) -> Names:
        return Names()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        plan = preview_release()
        form = PreviewForm(self.request.GET, names=self.names, plan=plan)
        page = Paginator(form.chosen(plan), PER_PAGE).get_page(self.request.GET.get("p"))
        own = {
            "form": form,
            "rows": [self.names.cell(cell) for cell in page.object_list],
            "page_obj": page,
            "query": form.query(),
            "totals": totals(plan),
            "releases": [self._listed(one) for one in releases()[:LISTED_RELEASES]],
            "last": releases().first(),
            "next_due": next_due(),
            "has_contributions": Contribution.objects.filter(is_example=False).exists(),
        }
        return super().get_context_data(**kwargs) | own

    def _listed(self, one: BenchmarkRelease) -> dict[str, Any]:
        counts = [(self.names.family(family), numbers) for family, numbers in sorted(one.counts.items())]
        return {"release": one, "families": counts}


class ConfirmScreen(Screen):
    """Says what follows; a post does it."""

    permission = RELEASE_COMPARISON
    template_name = "assessments/back_office/release_confirm.html"
    page_title = gettext_lazy("Jetzt freigeben")
    header_icon = "group"

    def get_parents(self) -> list[dict[str, str]]:
        return [{"url": reverse(f"{NAME}:index"), "label": _("Vergleichswerte freigeben")}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"totals": totals(preview_release())}

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            made = release()
        except DomainError as refusal:
            messages.error(request, str(refusal))
            return redirect(f"{NAME}:index")
        log(instance=made, action=ACTION, user=request.user)
        shown = sum(numbers["publish"] for numbers in made.counts.values())
        messages.success(
            request,
            _("Freigabe %(number)s ist gemacht; %(shown)s Vergleichswerte sind neu.")
            % {"number": made.number, "shown": shown},
        )
        return redirect(f"{NAME}:index")


def releases() -> Any:
    """Return the finished releases of real data, the newest first."""
    return BenchmarkRelease.objects.filter(is_example=False, finished_at__isnull=False)


def next_due() -> datetime | None:
    """Return when the monthly release falls due: on the first day after the month of the last one; None before any."""
    last = releases().values_list("finished_at", flat=True).first()
    if last is None:
        return None
    begun = localtime(last).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return begun.replace(year=begun.year + begun.month // 12, month=begun.month % 12 + 1)


def totals(plan: list[PlannedCell]) -> list[tuple[str, int]]:
    """Return how many values would be shown, stay, and not be shown."""
    return [(str(ACTIONS[action]), sum(cell.action == action for cell in plan)) for action in Action]


class ReleaseViewSet(ScreenViewSet):
    """Addresses and menu entry."""

    name = NAME
    url_prefix = "checks/vergleichswerte"
    menu_label = gettext_lazy("Vergleichswerte freigeben")
    icon = "group"
    menu_order = 40
    permission = RELEASE_COMPARISON

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", ReleaseScreen.as_view(), name="index"),
            path("freigeben/", ConfirmScreen.as_view(), name="confirm"),
        ]
