"""Visitors of a tasting."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from digitalradar.events.models import Occurrence
from digitalradar.tastings.presentation.choice import name_of
from tests.factories.tastings import make_tasting, offer_of

OWN = {"HTTP_SEC_FETCH_SITE": "same-origin"}


@pytest.fixture
def occurrence(db) -> Occurrence:
    """Two stations, three rounds with a break, three seats each."""
    return make_tasting(2, 3, slug="tasting", title="Technik zum Anfassen")


@pytest.fixture
def address() -> str:
    return "/termine/tasting/rundgang/"


def picked(occurrence: Occurrence, *cells: tuple[int, int], persons: int = 1, wait: bool = False) -> dict[str, str]:
    """Return a form with the n-th station in the n-th round for each cell."""
    offers = [offer_of(occurrence, *cell) for cell in cells]
    values = {name_of(offer.round.slot_id): f"{offer.pk}{'w' if wait else ''}" for offer in offers}
    return {"personen": str(persons)} | values


@pytest.fixture
def send(client: Client, address: str) -> Callable[..., object]:
    """Send the grid as the browser does from our own page."""

    def send_form(values: dict[str, str], **more: str):
        return client.post(address, values, **(OWN | more))

    return send_form


def written(**fields: str) -> dict[str, str]:
    """Return what somebody writes into the form behind the grid."""
    return {"name": "Ada Beispiel", "email": "ada@example.org"} | fields


def stamp_of(page: str) -> str:
    """Return the moment at which a form was asked for, as it stands in the page."""
    return re.search(r'name="since" value="([^"]+)"', page)[1]
