"""Who may open which screen, and who may do what: a table of role, address and method."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from digitalradar.assessments.models import CatalogueVersion, StartText
from digitalradar.region.models import Region
from tests.factories.assessments import shipped
from tests.factories.region import RegionFactory
from tests.factories.staff import EVERYTHING, GROUP, NOTHING, staff_client

pytestmark = pytest.mark.django_db

HOME = "/verwaltung/"
# Address, method, and for each permission that is enough by itself: its name.
SCREENS = {
    "list": ("check_catalogues:index", "get", "assessments.read_catalogues"),
    "read": ("check_catalogues:read", "get", "assessments.read_catalogues"),
    "compare": ("check_catalogues:compare", "get", "assessments.read_catalogues"),
    "ask to activate": ("check_catalogues:activate", "get", "assessments.activate_catalogues"),
    "activate": ("check_catalogues:activate", "post", "assessments.activate_catalogues"),
    "retention": ("check_retention:index", "get", "core.view_retention"),
    "examples": ("example_data:index", "get", "region.switch_exampledata"),
    "ask to add examples": ("example_data:add", "get", "region.switch_exampledata"),
    "add examples": ("example_data:add", "post", "region.switch_exampledata"),
    "ask to remove examples": ("example_data:remove", "get", "region.switch_exampledata"),
    "remove examples": ("example_data:remove", "post", "region.switch_exampledata"),
}
ONLY_ADMINISTRATORS = {name for name, screen in SCREENS.items() if screen[2].startswith("region.")}
PERMISSIONS = sorted({permission for _name, _method, permission in SCREENS.values()})


def address(name: str, version: CatalogueVersion) -> str:
    return reverse(name, args=[version.pk] if name.endswith((":read", ":activate")) else [])


def is_let_in(client, screen: str) -> bool:
    name, method, _permission = SCREENS[screen]
    answer = getattr(client, method)(address(name, shipped()))
    if answer.status_code == 302 and answer["Location"] == HOME:
        return False
    assert answer.status_code in (200, 302), screen
    return True


@pytest.mark.parametrize("screen", SCREENS)
def test_each_screen_asks_for_its_own_permission(screen):
    RegionFactory(is_example=True)
    allowed = {permission for permission in PERMISSIONS if is_let_in(staff_client(permission), screen)}
    assert allowed == {SCREENS[screen][2]}


@pytest.mark.parametrize("role", [EVERYTHING, GROUP, NOTHING])
@pytest.mark.parametrize("screen", SCREENS)
def test_roles(role, screen):
    allowed = {EVERYTHING: True, GROUP: screen not in ONLY_ADMINISTRATORS, NOTHING: False}[role]
    assert is_let_in(staff_client(role=role), screen) is allowed


@pytest.mark.parametrize("screen", [name for name, screen in SCREENS.items() if screen[1] == "post"])
def test_who_may_not_changes_nothing(screen):
    region = RegionFactory(is_example=True)
    name, _method, _permission = SCREENS[screen]
    version = shipped()
    CatalogueVersion.objects.update(is_active=False)
    staff_client().post(address(name, version))
    assert not CatalogueVersion.objects.filter(is_active=True).exists()
    assert Region.objects.get() == region


@pytest.mark.parametrize("screen", SCREENS)
def test_strangers_are_asked_to_sign_in(client, screen):
    name, method, _permission = SCREENS[screen]
    answer = getattr(client, method)(address(name, shipped()))
    assert answer.status_code == 302
    assert answer["Location"].startswith("/verwaltung/login/")


def test_refusal_says_which_permission_is_missing():
    answer = staff_client().get(reverse("check_catalogues:index"))
    (message,) = get_messages(answer.wsgi_request)
    assert "Berechtigung „Kataloge und Fassungen ansehen“" in str(message)


def test_menu_shows_only_what_one_may_open():
    menu = staff_client("core.view_retention").get(HOME).content.decode()
    assert reverse("check_retention:index") in menu
    assert reverse("check_catalogues:index") not in menu
    assert reverse("check_catalogues:index") in staff_client(role=GROUP).get(HOME).content.decode()


def test_permissions_can_be_given_to_groups():
    page = staff_client(role=EVERYTHING).get(reverse("wagtailusers_groups:add")).content.decode()
    for name in ("Fassung freischalten", "Vergleichswerte freigeben", "Aufbewahrung ansehen"):
        assert name in page
    assert "Beispieldaten hinzufügen und entfernen" in page


@pytest.mark.parametrize(
    ("action", "needed"), [("add", "add_starttext"), ("edit", "change_starttext"), ("delete", "delete_starttext")]
)
def test_start_texts_ask_for_the_permissions_of_their_model(action, needed):
    shipped()
    text = StartText.objects.create(lead="Guten Tag.", live=False)
    target = reverse(StartText.snippet_viewset.get_url_name(action), args=[] if action == "add" else [text.pk])
    names = ("add_starttext", "change_starttext", "delete_starttext", "publish_starttext")
    allowed = {name for name in names if staff_client(f"assessments.{name}").get(target).status_code == 200}
    assert needed in allowed
    assert allowed <= {needed, "publish_starttext"} if action == "edit" else allowed == {needed}
