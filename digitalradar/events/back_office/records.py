"""Places as records of the back office."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.viewsets.model import ModelViewSet

from ..models import Place


class PlaceViewSet(ModelViewSet):
    """The houses in which dates take place."""

    model = Place
    name = "event_places"
    url_prefix = "termine/orte"
    icon = "home"
    menu_label = _("Orte")
    menu_order = 30
    add_to_reference_index = False
    copy_view_enabled = False
    search_fields = ["name", "town"]
    search_backend_name = None
    list_display = ["name", "town", BooleanColumn("is_step_free", label=_("stufenlos"))]
    form_fields = ["name", "street", "postcode", "town", "directions", "is_step_free", "accessibility"]
