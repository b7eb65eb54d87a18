"""„Geräte“: what stations share."""

from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.views.generic import EditView
from wagtail.admin.viewsets.model import ModelViewSet

from digitalradar.core.errors import DomainError
from digitalradar.events.back_office.names import MENU_HOOK

from ..models import Equipment
from ..services.equipment import check_units


class EquipmentForm(WagtailAdminModelForm):
    """Fewer pieces are refused while published dates need them."""

    class Meta:
        model = Equipment
        fields = ["name", "units"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self.instance.pk and cleaned.get("units"):
            try:
                check_units(self.instance, cleaned["units"])
            except DomainError as refusal:
                raise forms.ValidationError({"units": str(refusal)}) from refusal
        return cleaned


class EquipmentEdit(EditView):
    """Checks and saves in one transaction, so that no date takes a piece in between."""

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        with transaction.atomic():
            return super().post(request, *args, **kwargs)


class EquipmentViewSet(ModelViewSet):
    """List and forms of equipment, in the group „Termine“."""

    model = Equipment
    name = "tasting_equipment"
    url_prefix = "termine/geraete"
    icon = "cogs"
    menu_label = _("Geräte")
    menu_order = 60
    menu_hook = MENU_HOOK
    add_to_reference_index = False
    copy_view_enabled = False
    edit_view_class = EquipmentEdit
    list_display = ["name", "units"]
    search_fields = ["name"]
    search_backend_name = None

    def get_form_class(self, for_update: bool = False) -> type[EquipmentForm]:
        return EquipmentForm
