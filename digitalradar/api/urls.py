"""Addresses below /api/; they have no language in front, ``Accept-Language`` decides."""

from django.urls import path, re_path
from django.views.generic import RedirectView

from .endpoints import api
from .views import documentation

urlpatterns = [
    path("v1/openapi.json", documentation.openapi_json, name="api-openapi"),
    path("v1/docs", RedirectView.as_view(pattern_name="api-docs")),
    path("v1/", api.urls),
    re_path(r"^(?P<rest>.*)$", documentation.unknown),
]
