"""Back office: synonyms, and what people searched for in vain."""

from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import SynonymGroup, UnansweredSearch
from .queries.counted import unanswered_searches


class CountedOnlyPolicy(ModelPermissionPolicy):
    """Searches are counted by the search: nobody adds one."""

    def user_has_permission(self, user, action):
        return action != "add" and super().user_has_permission(user, action)


register_permission_policy(UnansweredSearch, CountedOnlyPolicy(UnansweredSearch))


class SynonymViewSet(SnippetViewSet):
    """Groups of words; a change holds from the next search on."""

    model = SynonymGroup
    icon = "doc-full-inverse"
    list_display = ["__str__", "language", "is_active"]
    list_filter = ["language", "is_active"]
    search_fields = ["words", "note"]
    search_backend_name = None
    copy_view_enabled = False
    edit_handler = ObjectList(
        [FieldPanel("words"), FieldPanel("language"), FieldPanel("note"), FieldPanel("is_active")]
    )


class UnansweredViewSet(SnippetViewSet):
    """What came at least twice and found nothing, the most frequent first."""

    model = UnansweredSearch
    icon = "search"
    list_display = ["query", "language", "count", "first_seen", "last_seen", "is_done"]
    list_filter = ["language", "is_done"]
    search_fields = ["query"]
    search_backend_name = None
    ordering = ["-count", "query"]
    copy_view_enabled = False
    edit_handler = ObjectList(
        [
            FieldPanel("query", read_only=True),
            FieldPanel("count", read_only=True),
            FieldPanel("last_seen", read_only=True),
            FieldPanel("is_done"),
        ]
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[UnansweredSearch]:
        return unanswered_searches().order_by(*self.ordering)


@hooks.register("before_delete_snippet")
def keep_shipped_synonyms(request: HttpRequest, instances: list[Model]) -> HttpResponse | None:
    """Refuse to delete groups that came with the software: the next update would bring them back."""
    if not any(isinstance(instance, SynonymGroup) and instance.name for instance in instances):
        return None
    messages.error(
        request, _("Mitgelieferte Gruppen werden nicht gelöscht. Nehmen Sie den Haken „wird verwendet“ weg.")
    )
    return redirect(SynonymGroup.snippet_viewset.get_url_name("list"))


class SearchGroup(SnippetViewSetGroup):
    """One menu entry for both."""

    menu_label = _("Suche der Website")
    menu_icon = "search"
    menu_order = 225
    items = (UnansweredViewSet, SynonymViewSet)


register_snippet(SearchGroup)
