"""Back office: for each theme choose whom results name."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import Dimension, Sector, TopicField

FIXED = {"add", "delete"}
TERM = MultiFieldPanel(
    [FieldPanel("id", read_only=True), FieldPanel("title", read_only=True), FieldPanel("title_en", read_only=True)],
    heading=_("Begriff"),
    help_text=_("Die Fragebögen verweisen auf diese Begriffe, deshalb sind sie fest."),
)


class FixedVocabularyPolicy(ModelPermissionPolicy):
    """Nobody adds or deletes a term: catalogues and runs rely on it."""

    def user_has_permission(self, user, action):
        return action not in FIXED and super().user_has_permission(user, action)


for model in (Dimension, Sector, TopicField):
    register_permission_policy(model, FixedVocabularyPolicy(model))


class DimensionViewSet(SnippetViewSet):
    """The nine themes; only their contact people are edited."""

    model = Dimension
    icon = "tag"
    list_display = ["title", "id"]
    ordering = ["order"]
    copy_view_enabled = False
    panels = [TERM, FieldPanel("contact_people", widget=forms.CheckboxSelectMultiple)]


class SectorViewSet(SnippetViewSet):
    """The sectors, to look at."""

    model = Sector
    icon = "tag"
    list_display = ["title", "id"]
    ordering = ["order"]
    copy_view_enabled = False
    panels = [TERM]


class TopicFieldViewSet(SnippetViewSet):
    """The fields of the library, to look at."""

    model = TopicField
    icon = "tag"
    list_display = ["title", "id"]
    ordering = ["order"]
    copy_view_enabled = False
    panels = [TERM]


class TopicsGroup(SnippetViewSetGroup):
    """One menu entry for all."""

    menu_label = _("Themen")
    menu_icon = "tag"
    menu_order = 220
    items = (DimensionViewSet, SectorViewSet, TopicFieldViewSet)


register_snippet(TopicsGroup)
