"""Screen of one group: who asks, who belongs to it, what they want to talk about, which sessions come."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.viewsets.base import ViewSet

from digitalradar.core.back_office import Screen
from digitalradar.core.errors import DomainError

from ..forms.group import InviteForm, PlanForm
from ..models import FocusGroup, Membership
from ..queries.sessions import next_sessions
from ..queries.topics import topics_for_moderator
from ..services.joining import Entry, accept_request, decline_request, invite
from ..services.membership import change_role, leave
from ..services.topics import plan_topic

NAME = "focusgroups_members"
State = Membership.State


class MembersScreen(Screen):
    """Everything a moderator does. It shows no contribution: who may read those, their authors decide alone."""

    permission = "focusgroups.moderate_focusgroup"
    template_name = "focusgroups/back_office/members.html"
    header_icon = "group"

    @cached_property
    def group(self) -> FocusGroup:
        return get_object_or_404(FocusGroup.objects.select_related("series"), pk=self.kwargs["group_id"])

    def get_page_title(self) -> str:
        return self.group.title

    def get_parents(self) -> list[dict[str, str]]:
        return [{"url": reverse("focusgroups_groups:index"), "label": _("Fokusgruppen")}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        memberships = list(self.group.memberships.select_related("person"))
        sessions = list(next_sessions(self.group))
        own = {
            "group": self.group,
            "requests": [row for row in memberships if row.state == State.REQUESTED and row.confirmed_at],
            "invited": [row for row in memberships if row.state == State.INVITED],
            "members": [row for row in memberships if row.is_seated],
            "former": sum(row.has_left for row in memberships),
            "sessions": sessions,
            "topics": [(topic, self._plan_form(topic, sessions)) for topic in topics_for_moderator(self.group)],
            "invite_form": InviteForm(),
            "roles": Membership.Role.choices,
        }
        return super().get_context_data(**kwargs) | own | kwargs

    def post(self, request: HttpRequest, **kwargs: object) -> HttpResponse:
        acts = {"invite": self._invite, "plan": self._plan}
        action = request.POST.get("action", "")
        try:
            refused = acts[action]() if action in acts else self._change_member(action)
        except DomainError as refusal:
            messages.error(request, str(refusal))
            refused = None
        return refused or redirect(request.path)

    def _invite(self) -> HttpResponse | None:
        form = InviteForm(self.request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(invite_form=form), status=400)
        told = dict(form.cleaned_data)
        role = told.pop("role")
        invite(group=self.group, entry=Entry(**told), role=role)
        messages.success(self.request, _("%(name)s ist eingeladen.") % {"name": told["name"]})
        return None

    def _plan(self) -> None:
        form = PlanForm(self.request.POST, sessions=next_sessions(self.group))
        if not form.is_valid():
            raise DomainError(_("Bitte wählen Sie Stand und Sitzung aus der Liste."))
        told = form.cleaned_data
        plan_topic(group=self.group, topic_id=told["topic"], state=told["state"], session=told["session"])
        messages.success(self.request, _("Das Thema ist gespeichert."))

    def _change_member(self, action: str) -> None:
        membership = get_object_or_404(self.group.memberships.select_related("person"), pk=self._number("member"))
        name = {"name": membership.name}
        if action == "accept":
            accept_request(membership)
            messages.success(self.request, _("%(name)s gehört jetzt zur Gruppe.") % name)
        elif action == "decline":
            decline_request(membership)
            messages.success(self.request, _("Die Anfrage von %(name)s ist abgesagt und gelöscht.") % name)
        elif action == "remove":
            leave(membership, is_by_moderator=True)
            messages.success(self.request, _("%(name)s gehört nicht mehr zur Gruppe.") % name)
        elif action == "role":
            role = Membership.Role.MODERATOR if membership.role == Membership.Role.MEMBER else Membership.Role.MEMBER
            change_role(membership, role)
            messages.success(self.request, _("Die Rolle von %(name)s ist geändert.") % name)

    def _plan_form(self, topic: Any, sessions: list[Any]) -> PlanForm:
        """A form beside each topic; the sessions are the same for all."""
        initial = {"topic": topic.pk, "state": topic.state, "session": topic.session_id}
        form = PlanForm(initial=initial, sessions=next_sessions(self.group), auto_id=f"thema-{topic.pk}-%s")
        form.fields["session"].choices = [("", _("keine")), *((session.pk, str(session)) for session in sessions)]
        return form

    def _number(self, name: str) -> int:
        sent = self.request.POST.get(name, "")
        return int(sent) if sent.isascii() and sent.isdecimal() and len(sent) < 18 else 0


class MembersViewSet(ViewSet):
    """Addresses; no menu entry, because each belongs to a group."""

    name = NAME
    url_prefix = "fokusgruppen-mitglieder"
    add_to_admin_menu = False

    def get_urlpatterns(self) -> list[Any]:
        return [path("<int:group_id>/", MembersScreen.as_view(), name="index")]
