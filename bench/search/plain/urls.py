"""The portal's addresses and the peer's search page."""

from django.urls import path

from digitalradar.urls import handler400, handler403, handler404, handler500, urlpatterns

from .views import search

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]

urlpatterns = [path("plain-search/", search), *urlpatterns]
