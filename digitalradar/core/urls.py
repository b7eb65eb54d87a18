"""Technical addresses that have no language."""

from django.urls import path

from .views.styleguide import styleguide

urlpatterns: list = [
    path("styleguide/", styleguide, name="styleguide"),
]
