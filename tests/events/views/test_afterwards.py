"""What people are asked after a date and months later."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from digitalradar.events.models import Feedback, FollowUp, Occurrence
from digitalradar.events.services.links import personal_token
from tests.factories.events import make_occurrence, make_offer, request_and_confirm

pytestmark = pytest.mark.django_db


@pytest.fixture
def link() -> str:
    """The private link of somebody with a place at a workshop in a fortnight."""
    return f"/termine/anmeldung/{personal_token(request_and_confirm(make_offer(make_occurrence())))}/"


def let_it_be(days: int) -> None:
    """Let the date have begun so many days ago."""
    begin = now() - timedelta(days=days)
    Occurrence.objects.update(starts_at=begin, ends_at=begin + timedelta(hours=2))


@pytest.mark.parametrize(
    ("days", "page", "is_asked"),
    [
        (-14, "rueckmeldung", False),
        (1, "rueckmeldung", True),
        (40, "rueckmeldung", False),
        (1, "danach", False),
        (100, "danach", True),
        (300, "danach", False),
    ],
)
def test_forms_are_there_in_their_time(client, link, days, page, is_asked):
    let_it_be(days)
    html = client.get(f"{link}{page}/").content.decode()
    assert ("Antwort senden" in html, f'href="{link}{page}/"' in client.get(link).content.decode()) == (is_asked,) * 2
    answer = client.post(f"{link}{page}/", {"rating": "5", "outcome": "in_use"})
    assert (answer.status_code, Feedback.objects.count() + FollowUp.objects.count()) == (
        (302, 1) if is_asked else (400, 0)
    )


def test_feedback_is_kept_once_and_can_be_changed(client, link):
    let_it_be(1)
    client.post(f"{link}rueckmeldung/", {"rating": "5", "helped": "Vieles"})
    form = client.get(f"{link}rueckmeldung/").context["form"]
    assert (form["rating"].value(), form["helped"].value()) == (5, "Vieles")
    answer = client.post(f"{link}rueckmeldung/", {"rating": "2", "missing": "Zeit"})
    assert "Danke für Ihre Rückmeldung." in client.get(answer.url).content.decode()
    assert list(Feedback.objects.values_list("rating", "helped", "missing")) == [(2, "", "Zeit")]


@pytest.mark.parametrize(
    ("days", "page", "written", "field"),
    [
        (1, "rueckmeldung", {}, "rating"),
        (1, "rueckmeldung", {"rating": "6"}, "rating"),
        (1, "rueckmeldung", {"rating": "gut"}, "rating"),
        (1, "rueckmeldung", {"rating": "3", "helped": "x" * 601}, "helped"),
        (100, "danach", {}, "outcome"),
        (100, "danach", {"outcome": "unbekannt"}, "outcome"),
        (100, "danach", {"outcome": "dropped", "text": "x" * 601}, "text"),
    ],
)
def test_wrong_answers_are_told_beside_their_field(client, link, days, page, written, field):
    let_it_be(days)
    answer = client.post(f"{link}{page}/", written)
    assert (answer.status_code, list(answer.context["form"].errors)) == (400, [field])
    assert Feedback.objects.count() + FollowUp.objects.count() == 0
