"""Facts and terms as records of the back office."""

from collections import Counter
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, Panel
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from ..forms.records import FactForm, TermForm
from ..models import Fact, FactUse, GlossaryTerm
from ..queries.figures import changed_facts
from .menu_hook import MENU_HOOK


class FactIndexView(IndexView):
    """The list, with how many pages use a fact and how many of them know it only as it was."""

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        uses = Counter(FactUse.objects.values_list("fact_id", flat=True).order_by())
        outdated = Counter(fact for facts in changed_facts().values() for fact in facts)
        for fact in context["object_list"]:
            fact.use_count, fact.outdated_count = uses[fact.pk], outdated[fact.pk]
        return context


class FactUsesPanel(Panel):
    """Names the pages that refer to the fact."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "knowledge/back_office/fact_uses.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            uses = FactUse.objects.filter(fact=self.instance.pk).select_related("page").order_by("page__title")
            digest = self.instance.digest
            rows = [{"page": use.page, "is_outdated": use.seen != digest} for use in uses]
            return super().get_context_data(parent_context) | {"uses": rows}

        def is_shown(self) -> bool:
            return bool(self.instance.pk)


class FactViewSet(SnippetViewSet):
    """What guides may say about law, figures and deadlines."""

    model = Fact
    icon = "list-ul"
    menu_label = _("Fakten")
    menu_name = "wissen-fakten"
    menu_order = 20
    menu_hook = MENU_HOOK
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = FactIndexView
    list_display = [
        "id",
        "topic",
        Column("text", label=_("Aussage"), accessor=lambda fact: Truncator(fact.text).words(14)),
        BooleanColumn("is_certain", label=_("sicher")),
        Column("use_count", label=_("Seiten")),
        Column("outdated_count", label=_("davon anzusehen")),
        DateColumn("changed_on", label=_("geändert"), sort_key="changed_on"),
    ]
    list_filter = ["topic", "is_certain"]
    search_fields = ["id", "text", "topic"]
    search_backend_name = None
    edit_handler = ObjectList(
        [
            FactUsesPanel(heading=_("Seiten, die diesen Fakt verwenden")),
            FieldPanel("id"),
            FieldPanel("topic"),
            FieldPanel("text"),
            FieldPanel("as_of"),
            FieldPanel("is_certain"),
            FieldPanel("sources"),
            FieldPanel("note"),
        ],
        base_form_class=FactForm,
    )


class TermViewSet(SnippetViewSet):
    """The words explained in place."""

    model = GlossaryTerm
    icon = "openquote"
    menu_label = _("Begriffe")
    menu_name = "wissen-begriffe"
    menu_order = 21
    menu_hook = MENU_HOOK
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = [
        "term",
        "term_en",
        Column("text", label=_("Erklärung"), accessor=lambda term: Truncator(term.text).words(14)),
    ]
    search_fields = ["term", "term_en", "text"]
    search_backend_name = None
    edit_handler = ObjectList(
        [
            FieldPanel("id"),
            MultiFieldPanel([FieldPanel("term"), FieldPanel("forms"), FieldPanel("text")], heading=_("Deutsch")),
            MultiFieldPanel(
                [FieldPanel("term_en"), FieldPanel("forms_en"), FieldPanel("text_en")], heading=_("Englisch")
            ),
        ],
        base_form_class=TermForm,
    )
