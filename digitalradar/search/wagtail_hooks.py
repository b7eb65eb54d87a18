"""Back office: synonyms, and what people searched for in vain."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import SynonymGroup, UnansweredSearch
from .queries.counted import unanswered_searches


class SynonymPolicy(ModelPermissionPolicy):
    """Groups that came with the software are switched off, not deleted: the next update would bring them back."""

    def user_has_permission_for_instance(self, user, action, instance):
        is_shipped = action == "delete" and instance.name
        return not is_shipped and super().user_has_permission_for_instance(user, action, instance)


class CountedOnlyPolicy(ModelPermissionPolicy):
    """Searches are counted by the search: nobody adds one."""

    def user_has_permission(self, user, action):
        return action != "add" and super().user_has_permission(user, action)


register_permission_policy(SynonymGroup, SynonymPolicy(SynonymGroup))
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


class SearchGroup(SnippetViewSetGroup):
    """One menu entry for both."""

    menu_label = _("Suche der Website")
    menu_icon = "search"
    menu_order = 225
    items = (UnansweredViewSet, SynonymViewSet)


register_snippet(SearchGroup)
