"""Screens „Postausgang“: the list, one message with everything about it, and sending it again."""

from typing import Any

import django_filters
from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn
from wagtail.admin.views.generic import IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.log_actions import log

from digitalradar.core.back_office.screen import PermissionRequired
from digitalradar.core.errors import DomainError

from ..envelope import as_email
from ..models import Message
from ..previews import label_of, previews
from ..services.resending import resend, why_not
from .html_frame import framed
from .permissions import RESEND_MESSAGES, VIEW_MESSAGES

NAME = "mail_messages"
ACTION = "mail.message.resent"
State = Message.State
NEEDS_A_LOOK = (State.FAILED, State.UNCLEAR)


def kind_choices() -> list[tuple[str, str]]:
    """Return the kinds of messages with their names."""
    return [(preview.kind, str(preview.label)) for preview in previews()]


class MessageFilterSet(WagtailFilterSet):
    """What the list can be narrowed to."""

    state = django_filters.MultipleChoiceFilter(
        label=gettext_lazy("Stand"), choices=State.choices, widget=forms.CheckboxSelectMultiple
    )
    kind = django_filters.MultipleChoiceFilter(
        label=gettext_lazy("Art"), choices=kind_choices, widget=forms.CheckboxSelectMultiple
    )
    created_at = django_filters.DateFromToRangeFilter(label=gettext_lazy("erstellt am"), widget=DateRangePickerWidget)

    class Meta:
        model = Message
        fields = ["state", "kind", "created_at"]


class MessageIndex(IndexView):
    """The newest first, without their texts."""

    def get_base_queryset(self) -> QuerySet[Message]:
        return super().get_base_queryset().defer("text", "html")

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(*args, **kwargs) | {"has_server": settings.EMAIL_CONFIGURED}


class MessageInspect(InspectView):
    """One message: state, headers, text, HTML in a frame, attachments."""

    page_title = gettext_lazy("Nachricht")

    def get_fields_context(self) -> list[dict[str, Any]]:
        return []  # the template puts them in order itself

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        may_resend = self.request.user.has_perm(RESEND_MESSAGES)
        own = {
            "message": self.object,
            "language": dict(settings.LANGUAGES).get(self.object.language, self.object.language),
            "kind": label_of(self.object.kind),
            "headers": [] if self.object.is_emptied else headers(self.object),
            "attachments": self.object.attachments.defer("content"),
            "may_resend": may_resend,
            "why_not": why_not(self.object),
            "needs_a_look": self.object.state in NEEDS_A_LOOK,
        }
        return super().get_context_data(**kwargs) | own


class MessageHtml(PermissionRequired, View):
    """The HTML of one message."""

    permission = VIEW_MESSAGES

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return framed(get_object_or_404(Message, pk=pk).html)


class MessageResend(PermissionRequired, View):
    """Send one message again."""

    permission = RESEND_MESSAGES
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        message = get_object_or_404(Message, pk=pk)
        try:
            resend(message)
        except DomainError as refusal:
            messages.error(request, str(refusal))
        else:
            log(instance=message, action=ACTION, user=request.user)
            messages.success(request, _("Die Nachricht wird noch einmal gesendet."))
        return redirect(f"{NAME}:inspect", pk)


def headers(message: Message) -> list[tuple[str, str]]:
    """Return the headers as a mail server gets them; a message that cannot be written down has none."""
    try:
        return list(as_email(message).message().items())
    except ValueError:
        return []


class MessageViewSet(ModelViewSet):
    """Addresses, columns and menu entry. The viewset reads; what changes a message is a service."""

    model = Message
    name = NAME
    url_prefix = "nachrichten/postausgang"
    icon = "mail"
    menu_label = gettext_lazy("Postausgang")
    menu_order = 10
    add_to_reference_index = False
    inspect_view_enabled = True
    index_view_class = MessageIndex
    inspect_view_class = MessageInspect
    index_template_name = "mail/back_office/messages.html"
    inspect_template_name = "mail/back_office/message.html"
    list_per_page = 50
    search_fields = ["subject", "recipient"]
    search_backend_name = None
    filterset_class = MessageFilterSet

    @cached_property
    def list_display(self) -> list[Any]:
        return [
            "subject",
            StatusTagColumn(
                "state",
                label=gettext_lazy("Stand"),
                accessor="get_state_display",
                sort_key="state",
                primary=lambda message: message.state == State.SENT,
            ),
            "recipient",
            Column("kind", label=gettext_lazy("Art"), accessor=lambda message: label_of(message.kind), sort_key="kind"),
            Column("attempts", label=gettext_lazy("Versuche"), sort_key="attempts"),
            DateColumn("created_at", label=gettext_lazy("erstellt"), sort_key="created_at"),
        ]

    def register_admin_url_finder(self) -> None:
        """There is nothing to edit, so nothing leads to an edit view."""

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("<int:pk>/", self.inspect_view, name="inspect"),
            path("<int:pk>/html/", MessageHtml.as_view(), name="html"),
            path("<int:pk>/senden/", MessageResend.as_view(), name="resend"),
        ]
