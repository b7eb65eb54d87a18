"""The group „Termine“ in the menu of the back office."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSetGroup

from .dates import OccurrenceViewSet
from .names import MENU_HOOK
from .records import PlaceViewSet, WebhookViewSet
from .series import SeriesViewSet


class EventsGroup(ViewSetGroup):
    """One menu entry for everything about dates; the apps of single formats add theirs through ``MENU_HOOK``."""

    menu_label = _("Termine")
    menu_name = "termine"
    menu_icon = "calendar"
    menu_order = 145
    submenu_hook = MENU_HOOK
    items = (OccurrenceViewSet, SeriesViewSet, PlaceViewSet, WebhookViewSet)
