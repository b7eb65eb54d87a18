"""„Alle Termine“: the list with its figures, and the addresses of every screen about a date."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Case, F, QuerySet, When
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from ..kinds import kind_choices
from ..models import Occurrence
from ..queries.host import with_figures
from .names import NAME
from .permissions import ADD_DATES

COMING, OVER = "kommend", "vorbei"


class DateFilterSet(WagtailFilterSet):
    """What the list can be narrowed to."""

    when = django_filters.ChoiceFilter(
        label=gettext_lazy("Zeit"),
        choices=[(COMING, gettext_lazy("kommende und laufende")), (OVER, gettext_lazy("vergangene"))],
        method="narrow_to_time",
        empty_label=gettext_lazy("alle"),
    )
    kind = django_filters.MultipleChoiceFilter(
        label=gettext_lazy("Format"), choices=kind_choices, widget=forms.CheckboxSelectMultiple
    )
    state = django_filters.MultipleChoiceFilter(
        label=gettext_lazy("Stand"), choices=Occurrence.State.choices, widget=forms.CheckboxSelectMultiple
    )
    starts_at = django_filters.DateFromToRangeFilter(label=gettext_lazy("Datum"), widget=DateRangePickerWidget)

    class Meta:
        model = Occurrence
        fields = ["when", "kind", "state", "starts_at"]

    def narrow_to_time(self, dates: QuerySet[Occurrence], _name: str, value: str) -> QuerySet[Occurrence]:
        """Keep dates that are not over, or those that are."""
        return dates.filter(ends_at__gt=now()) if value == COMING else dates.filter(ends_at__lte=now())


class DateIndex(IndexView):
    """The dates: what comes next at the top, what is over below it."""

    def get_base_queryset(self) -> QuerySet[Occurrence]:
        return with_figures(super().get_base_queryset()).select_related("series")

    def order_queryset(self, queryset: QuerySet[Occurrence]) -> QuerySet[Occurrence]:
        """Follow the column somebody chose; else what comes, the next first, then what is over, the last first."""
        if "ordering" in self.request.GET:
            return super().order_queryset(queryset)
        coming = Case(When(ends_at__gt=now(), then=F("starts_at")))
        return queryset.order_by(coming.asc(nulls_last=True), "-starts_at", "pk")

    def get_edit_url(self, instance: Occurrence) -> str | None:
        return None

    def get_add_url(self) -> str | None:
        return reverse(f"{NAME}:choose") if self.request.user.has_perm(ADD_DATES) else None

    def get_list_more_buttons(self, instance: Occurrence) -> list[Any]:
        return []  # everything about a date is on its overview


def begin_words(occurrence: Occurrence) -> str:
    """Say the day and the clock on the wall of the place; how far away it is would not help anybody plan."""
    return date_format(occurrence.local_start, "D, j.n.Y, H:i")


def booked(occurrence: Occurrence) -> str:
    """Say how many of how many places are taken."""
    if occurrence.unlimited:
        return _("%(taken)s, unbegrenzt") % {"taken": occurrence.taken}
    return _("%(taken)s von %(places)s") % {"taken": occurrence.taken, "places": occurrence.places}


def overview_url(occurrence: Occurrence) -> str:
    return reverse(f"{NAME}:overview", args=[occurrence.pk])


def state_words(occurrence: Occurrence) -> str:
    """Name the state, and what the clock adds to it."""
    if occurrence.state == Occurrence.State.PUBLISHED:
        if not occurrence.is_public:
            return _("geplant")
        if occurrence.is_over:
            return _("vorbei, nicht abgeschlossen")
        if occurrence.has_begun:
            return _("läuft")
    return occurrence.get_state_display()


class OccurrenceViewSet(ModelViewSet):
    """Addresses, columns and menu entry. What changes a date is a service with a screen of its own."""

    model = Occurrence
    name = NAME
    url_prefix = "termine/liste"
    icon = "calendar"
    menu_label = gettext_lazy("Alle Termine")
    menu_order = 10
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = DateIndex
    index_template_name = "events/back_office/list.html"
    list_per_page = 50
    ordering = ["-starts_at", "pk"]
    search_fields = ["title", "slug"]
    search_backend_name = None
    filterset_class = DateFilterSet
    form_fields = ["title"]

    @cached_property
    def list_display(self) -> list[Any]:
        return [
            TitleColumn(
                "title", label=gettext_lazy("Termin"), get_url=overview_url, sort_key="title", accessor="title"
            ),
            Column("starts_at", label=gettext_lazy("Beginn"), accessor=begin_words, sort_key="starts_at"),
            Column("kind", label=gettext_lazy("Format"), accessor="get_kind_display", sort_key="kind"),
            Column("booked", label=gettext_lazy("Gebucht"), accessor=booked),
            Column("waiting", label=gettext_lazy("Wartend"), accessor="waiting", sort_key="waiting"),
            StatusTagColumn(
                "state",
                label=gettext_lazy("Stand"),
                accessor=state_words,
                sort_key="state",
                primary=lambda occurrence: occurrence.state == Occurrence.State.PUBLISHED,
            ),
        ]

    def register_admin_url_finder(self) -> None:
        """A date has several screens; none of them is „the“ edit view."""

    def get_urlpatterns(self) -> list[Any]:
        # Only here: forms with rich text look for all hooks when they are made, and so for those of this app.
        from .paths import date_paths

        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            *date_paths(),
        ]
