"""The group „Wissen“ in the menu of the back office."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSetGroup

from .review import ReviewViewSet

# Other apps add their screens to the group through this hook.
MENU_HOOK = "register_knowledge_menu_item"


class KnowledgeGroup(ViewSetGroup):
    """One menu entry for everything about the library."""

    menu_label = _("Wissen")
    menu_name = "wissen"
    menu_icon = "doc-full"
    menu_order = 140
    submenu_hook = MENU_HOOK
    items = (ReviewViewSet,)
