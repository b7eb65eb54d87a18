"""The public pages of groups."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from digitalradar.core.errors import NotFound
from digitalradar.core.page_cache import CONTACTS
from digitalradar.events.cache_tags import EVENTS
from digitalradar.events.views.keeping import kept

from ..cache_tags import GROUPS, group_tag
from ..models import FocusGroup
from ..presentation.groups import group_page, overview_page
from ..queries.groups import find_group


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Say what focus groups are, and which there are."""
    page = overview_page()
    response = render(request, "focusgroups/overview.html", page)
    return kept(response, GROUPS, EVENTS, visit="focus-groups", until=page["until"])


@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a group to everybody, with nothing that only members may read."""
    group = group_or_404(slug)
    page = group_page(group)
    response = render(request, "focusgroups/group.html", page)
    tag = group_tag(group.pk)
    return kept(response, tag, EVENTS, CONTACTS, visit=tag, until=page["until"])


def group_or_404(slug: str) -> FocusGroup:
    """Return a public group; drafts answer like addresses that never were."""
    group = find_group(slug)
    if group is None:
        raise NotFound(_("Diese Fokusgruppe gibt es nicht, oder sie ist nicht veröffentlicht."))
    return group
