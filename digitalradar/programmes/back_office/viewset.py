"""Addresses of all screens about a programme."""

from django.urls import URLPattern, path
from wagtail.admin.viewsets.base import ViewSet

from .editor import DeleteItem, EditorScreen, ItemScreen
from .names import NAME
from .parts import RoomsScreen, SpeakersScreen, TracksScreen
from .releasing import Preview, ReleaseScreen, ShiftScreen, VersionsScreen


class ProgrammeViewSet(ViewSet):
    """Found from the date they belong to, so they have no entry in the menu."""

    name = NAME
    url_prefix = "termine/programm"
    add_to_admin_menu = False

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("<int:pk>/", EditorScreen.as_view(), name="editor"),
            path("<int:pk>/punkt/", ItemScreen.as_view(), name="add"),
            path("<int:pk>/punkt/<int:item>/", ItemScreen.as_view(), name="item"),
            path("<int:pk>/punkt/<int:item>/loeschen/", DeleteItem.as_view(), name="delete_item"),
            path("<int:pk>/raeume/", RoomsScreen.as_view(), name="rooms"),
            path("<int:pk>/straenge/", TracksScreen.as_view(), name="tracks"),
            path("<int:pk>/personen/", SpeakersScreen.as_view(), name="speakers"),
            path("<int:pk>/vorschau/", Preview.as_view(), name="preview"),
            path("<int:pk>/freigeben/", ReleaseScreen.as_view(), name="release"),
            path("<int:pk>/verschieben/", ShiftScreen.as_view(), name="shift"),
            path("<int:pk>/versionen/", VersionsScreen.as_view(), name="versions"),
        ]
