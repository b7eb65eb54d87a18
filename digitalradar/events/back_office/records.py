"""Places and webhooks as records of the back office."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.admin.views.generic import CreateView
from wagtail.admin.viewsets.model import ModelViewSet

from ..models import Place, WebhookEndpoint
from ..webhooks.posting import why_not
from ..webhooks.signing import new_secret
from .deleting import DeleteUnused


class PlaceViewSet(ModelViewSet):
    """The houses in which dates take place."""

    model = Place
    name = "event_places"
    url_prefix = "termine/orte"
    icon = "home"
    menu_label = gettext_lazy("Orte")
    menu_order = 30
    add_to_reference_index = False
    copy_view_enabled = False
    delete_view_class = DeleteUnused
    search_fields = ["name", "town"]
    search_backend_name = None
    list_display = ["name", "town", BooleanColumn("is_step_free", label=gettext_lazy("stufenlos"))]
    form_fields = ["name", "street", "postcode", "town", "directions", "is_step_free", "accessibility"]


class WebhookForm(forms.ModelForm):
    """Name, address and whether it is in use; the secret is made, never typed."""

    class Meta:
        model = WebhookEndpoint
        fields = ["name", "url", "is_active"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.pop("for_user", None)
        super().__init__(*args, **kwargs)

    def clean_url(self) -> str:
        url = self.cleaned_data["url"]
        if why_not(url):
            raise forms.ValidationError(_("Die Adresse muss mit https:// beginnen."))
        return url

    def save(self, commit: bool = True) -> WebhookEndpoint:
        self.instance.secret = self.instance.secret or new_secret()
        return super().save(commit)


class WebhookCreate(CreateView):
    """Shows the secret in the answer to the form and never again."""

    request: HttpRequest

    def save_instance(self) -> WebhookEndpoint:
        endpoint = super().save_instance()
        messages.warning(
            self.request,
            _("Das Geheimnis der Signatur, nur dieses eine Mal zu sehen: %(secret)s") % {"secret": endpoint.secret},
        )
        return endpoint


class WebhookViewSet(ModelViewSet):
    """Other programs that are told of bookings; no group has the permission, so it stays with administrators."""

    model = WebhookEndpoint
    name = "event_webhooks"
    url_prefix = "termine/webhooks"
    icon = "link"
    menu_label = gettext_lazy("Webhooks")
    menu_order = 90
    add_to_reference_index = False
    copy_view_enabled = False
    add_view_class = WebhookCreate
    search_fields = ["name", "url"]
    search_backend_name = None
    list_display = ["name", "url", BooleanColumn("is_active", label=gettext_lazy("eingeschaltet"))]

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return WebhookForm
