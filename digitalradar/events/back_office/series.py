"""Series: what several dates have in common, and making the next ones."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet

from digitalradar.core.back_office import Screen
from digitalradar.core.errors import DomainError

from ..models import Series
from ..services.series import MOST_AT_ONCE, extend
from .deleting import DeleteUnused
from .forms.series import SeriesForm
from .permissions import ADD_DATES, SEE_SERIES

SERIES = "event_series"


class ExtendForm(forms.Form):
    """How many dates more."""

    count = forms.IntegerField(label=gettext_lazy("Weitere Termine"), min_value=1, max_value=MOST_AT_ONCE, initial=6)


class SeriesScreen(Screen):
    """The dates of a series, and the form that makes more of them."""

    permission = SEE_SERIES
    template_name = "events/back_office/series.html"
    header_icon = "repeat"

    @cached_property
    def series(self) -> Series:
        return get_object_or_404(Series, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        return self.series.title

    def get_parents(self) -> list[dict[str, str]]:
        return [{"url": reverse(f"{SERIES}:index"), "label": _("Reihen")}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = {
            "series": self.series,
            "dates": self.series.occurrences.order_by("starts_at"),
            "may_add": self.request.user.has_perm(ADD_DATES),
            "form": ExtendForm(),
        }
        return super().get_context_data(**kwargs) | own | kwargs

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        form = ExtendForm(request.POST)
        if not request.user.has_perm(ADD_DATES):
            return redirect(request.path)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=400)
        try:
            made = extend(series=self.series, count=form.cleaned_data["count"], by=request.user)
        except DomainError as refusal:
            messages.error(request, str(refusal))
        else:
            words = ngettext("%(count)s Entwurf ist angelegt.", "%(count)s Entwürfe sind angelegt.", len(made))
            messages.success(request, words % {"count": len(made)})
        return redirect(request.path)


class SeriesViewSet(ModelViewSet):
    """Addresses, columns and menu entry."""

    model = Series
    name = SERIES
    url_prefix = "termine/reihen"
    icon = "repeat"
    menu_label = gettext_lazy("Reihen")
    menu_order = 20
    add_to_reference_index = False
    copy_view_enabled = False
    delete_view_class = DeleteUnused
    search_fields = ["title", "slug"]
    search_backend_name = None
    list_filter = ["kind"]

    @cached_property
    def list_display(self) -> list[Any]:
        return [
            TitleColumn(
                "title",
                label=gettext_lazy("Reihe"),
                accessor="title",
                get_url=lambda series: reverse(f"{SERIES}:dates", args=[series.pk]),
            ),
            Column("kind", label=gettext_lazy("Format"), accessor="get_kind_display", sort_key="kind"),
            Column("rhythm", label=gettext_lazy("Rhythmus")),
        ]

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return SeriesForm

    def get_urlpatterns(self) -> list[Any]:
        return [*super().get_urlpatterns(), path("<int:pk>/termine/", SeriesScreen.as_view(), name="dates")]
