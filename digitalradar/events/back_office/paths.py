"""Addresses of all screens about a date, below that of the list."""

from django.urls import URLPattern, path

from .acts import CallOffScreen, CloseScreen, DeskScreen, DuplicateScreen, MoveScreen
from .afterwards import AfterwardsScreen, CorrectScreen
from .creating import ChooseKind, CreateScreen
from .downloads import Certificate, Export, SigningList
from .editing import AgendaScreen, EditScreen, MaterialScreen, OffersScreen, QuestionsScreen
from .messages import MessageScreen
from .overview import OverviewScreen
from .people import ActOnPerson, CancelForScreen, EnterScreen, PeopleScreen
from .publishing import DeleteScreen, PublishScreen


def date_paths() -> list[URLPattern]:
    """Return the addresses; the namespace is ``names.NAME``."""
    return [
        path("neu/", ChooseKind.as_view(), name="choose"),
        path("neu/<slug:kind>/", CreateScreen.as_view(), name="create"),
        path("<int:pk>/", OverviewScreen.as_view(), name="overview"),
        path("<int:pk>/angaben/", EditScreen.as_view(), name="edit"),
        path("<int:pk>/plaetze/", OffersScreen.as_view(), name="offers"),
        path("<int:pk>/fragen/", QuestionsScreen.as_view(), name="questions"),
        path("<int:pk>/ablauf/", AgendaScreen.as_view(), name="agenda"),
        path("<int:pk>/material/", MaterialScreen.as_view(), name="material"),
        path("<int:pk>/veroeffentlichen/", PublishScreen.as_view(), name="publish"),
        path("<int:pk>/verschieben/", MoveScreen.as_view(), name="move"),
        path("<int:pk>/absagen/", CallOffScreen.as_view(), name="call_off"),
        path("<int:pk>/abschliessen/", CloseScreen.as_view(), name="close"),
        path("<int:pk>/vorlage/", DuplicateScreen.as_view(), name="duplicate"),
        path("<int:pk>/loeschen/", DeleteScreen.as_view(), name="delete"),
        path("<int:pk>/einchecken/", DeskScreen.as_view(), name="desk"),
        path("<int:pk>/nachher/", AfterwardsScreen.as_view(), name="afterwards"),
        *people_paths("<int:pk>/teilnehmende/"),
    ]


def people_paths(below: str) -> list[URLPattern]:
    """Return the addresses of everything that shows or changes people of a date."""
    return [
        path(below, PeopleScreen.as_view(), name="people"),
        path(f"{below}eintragen/", EnterScreen.as_view(), name="enter"),
        path(f"{below}nachricht/", MessageScreen.as_view(), name="message"),
        path(f"{below}liste.pdf", SigningList.as_view(), name="list_pdf"),
        path(f"{below}liste.<slug:ending>", Export.as_view(), name="export"),
        path(f"{below}<int:registration>/", ActOnPerson.as_view(), name="act_on_person"),
        path(f"{below}<int:registration>/absagen/", CancelForScreen.as_view(), name="cancel_for"),
        path(f"{below}<int:registration>/berichtigen/", CorrectScreen.as_view(), name="correct"),
        path(f"{below}<int:registration>/bescheinigung.pdf", Certificate.as_view(), name="certificate"),
    ]
