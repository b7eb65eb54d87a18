"""Lists of guides, technology profiles and practice reports, with what their editors want to see at a glance."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet

from digitalradar.core.page_cache import page_tag

from ..models import GuidePage, KnowledgePage, PracticeReportPage, TechnologyPage
from ..queries.care import name_of
from ..queries.figures import RECENT_DAYS, opened_since


class LibraryIndexView(IndexView):
    """The list, with how often each page was opened; that is asked for once for the whole list."""

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(*args, **kwargs)
        opened = opened_since(RECENT_DAYS)
        for page in context["object_list"]:
            page.opened_recently = opened[page_tag(page.pk)]
        return context

    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("responsible")


def _review(page: KnowledgePage) -> str:
    return page.reviewed_by or str(_("ausstehend"))


def _next_review(page: KnowledgePage) -> str:
    return date_format(page.next_review, "SHORT_DATE_FORMAT") if page.next_review else ""


class LibraryViewSet(PageListingViewSet):
    """What the three lists have in common."""

    index_view_class = LibraryIndexView
    icon = "doc-full"
    list_filter = ["live", "topic_field", "reviewed_on", "next_review", "responsible", "locale"]
    columns = [
        *IndexView.base_columns[:2],
        Column("version", label=_("Fassung"), width="6%"),
        Column("review", label=_("Fachprüfung"), accessor=_review, width="10%"),
        Column("next_review", label=_("Nächste Prüfung"), accessor=_next_review, sort_key="next_review", width="9%"),
        Column("responsible", label=_("Zuständig"), accessor=lambda page: name_of(page.responsible), width="9%"),
        Column("opened", label=_("Geöffnet, 30 Tage"), accessor="opened_recently", width="6%"),
        *IndexView.base_columns[-1:],
    ]


class GuideViewSet(LibraryViewSet):
    """All guides."""

    name = "knowledge_guides"
    url_prefix = "wissen/leitfaeden"
    model = GuidePage
    menu_label = _("Leitfäden")
    menu_order = 10


class TechnologyViewSet(LibraryViewSet):
    """All technology profiles."""

    name = "knowledge_technologies"
    url_prefix = "wissen/technologien"
    model = TechnologyPage
    menu_label = _("Technologieprofile")
    menu_order = 11


class ReportViewSet(LibraryViewSet):
    """All practice reports."""

    name = "knowledge_reports"
    url_prefix = "wissen/praxisberichte"
    model = PracticeReportPage
    menu_label = _("Praxisberichte")
    menu_order = 12
