"""The group „Wissen“ in the menu of the back office."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSetGroup

from .fact_report import FactReportViewSet
from .links import LinksViewSet
from .menu_hook import MENU_HOOK
from .pages import GuideViewSet, ReportViewSet, TechnologyViewSet
from .plan import CalendarViewSet, WeekViewSet
from .review import ReviewViewSet
from .statistics import StatisticsViewSet


class KnowledgeGroup(ViewSetGroup):
    """One menu entry for everything about the library; other apps add theirs through ``MENU_HOOK``."""

    menu_label = _("Wissen")
    menu_name = "wissen"
    menu_icon = "doc-full"
    menu_order = 140
    submenu_hook = MENU_HOOK
    items = (
        ReviewViewSet,
        GuideViewSet,
        TechnologyViewSet,
        ReportViewSet,
        FactReportViewSet,
        WeekViewSet,
        CalendarViewSet,
        StatisticsViewSet,
        LinksViewSet,
    )
