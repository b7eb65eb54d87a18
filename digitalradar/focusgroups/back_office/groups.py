"""„Fokusgruppen“ and „Impulse“: the lists and their forms."""

from typing import Any

from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic import DeleteView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import log

from digitalradar.core.errors import DomainError

from ..forms.group import CitationForm, GroupForm, ImpulseForm
from ..models import Citation, FocusGroup, Impulse
from ..services.groups import delete_group


class GroupIndex(IndexView):
    """The groups with how full they are and who waits for an answer."""

    def get_base_queryset(self) -> QuerySet[FocusGroup]:
        waiting = Q(memberships__state="requested", memberships__confirmed_at__isnull=False)
        return super().get_base_queryset().annotate(waiting=Count("memberships", filter=waiting))


class GroupDelete(DeleteView):
    """Only what nothing has come of yet is deleted; the list says why not."""

    def form_valid(self, form: Form) -> HttpResponse:
        try:
            return super().form_valid(form)
        except DomainError as refusal:
            messages.error(self.request, str(refusal))
            return redirect(self.get_success_url())

    def delete_action(self) -> None:
        with transaction.atomic():
            log(instance=self.object, action="wagtail.delete", deleted=True)
            delete_group(self.object)


def members_url(group: FocusGroup) -> str:
    return reverse("focusgroups_members:index", args=[group.pk])


def members(group: FocusGroup) -> str:
    """Say how many of how many places are taken."""
    return _("%(taken)s von %(places)s") % {"taken": group.seats_taken, "places": group.size_limit}


class GroupViewSet(ModelViewSet):
    """The groups; from the list one comes to members and topics."""

    model = FocusGroup
    name = "focusgroups_groups"
    url_prefix = "fokusgruppen"
    icon = "group"
    menu_label = gettext_lazy("Fokusgruppen")
    menu_order = 50
    add_to_admin_menu = False
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = GroupIndex
    delete_view_class = GroupDelete
    search_fields = ["title"]
    search_backend_name = None
    form_fields = GroupForm.Meta.fields

    def get_form_class(self, for_update: bool = False) -> type[GroupForm]:
        return GroupForm

    @cached_property
    def list_display(self) -> list[Any]:
        return [
            "title",
            TitleColumn(
                "members",
                label=gettext_lazy("Mitglieder und Themen"),
                get_url=members_url,
                accessor=members,
            ),
            Column("waiting", label=gettext_lazy("Anfragen"), accessor="waiting", sort_key="waiting"),
            StatusTagColumn(
                "state",
                label=gettext_lazy("Stand"),
                accessor="get_state_display",
                sort_key="state",
                primary=lambda group: group.is_running,
            ),
        ]


class ImpulseViewSet(ModelViewSet):
    """Talks with their material."""

    model = Impulse
    name = "focusgroups_impulses"
    url_prefix = "fokusgruppen-impulse"
    icon = "openquote"
    menu_label = gettext_lazy("Impulse")
    menu_order = 51
    add_to_admin_menu = False
    copy_view_enabled = False
    search_fields = ["title", "speaker"]
    search_backend_name = None
    form_fields = ImpulseForm.Meta.fields
    list_display = ["title", "speaker", "group", DateColumn("released_on", label=gettext_lazy("für alle ab"))]

    def get_form_class(self, for_update: bool = False) -> type[ImpulseForm]:
        return ImpulseForm


class CitationViewSet(ModelViewSet):
    """References from guides to what members have released for all."""

    model = Citation
    name = "focusgroups_citations"
    url_prefix = "fokusgruppen-verweise"
    icon = "link"
    menu_label = gettext_lazy("Verweise aus Leitfäden")
    menu_order = 52
    add_to_admin_menu = False
    add_to_reference_index = False
    copy_view_enabled = False
    form_fields = CitationForm.Meta.fields
    list_display = ["guide", Column("group", label=gettext_lazy("Fokusgruppe"), accessor="contribution.group")]

    def get_form_class(self, for_update: bool = False) -> type[CitationForm]:
        return CitationForm


group_viewset, impulse_viewset, citation_viewset = GroupViewSet(), ImpulseViewSet(), CitationViewSet()
