"""The year of dates of the example region: complete, made up, marked, written to nobody, gone without a trace."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate, now

from digitalradar.accounts.models import Person
from digitalradar.demo.services import add_example_data, example_state, remove_example_data
from digitalradar.demo.year.loading import add_example_year
from digitalradar.events.kinds import kinds
from digitalradar.events.models import Booking, Feedback, FollowUp, Occurrence, Place, Registration, Series
from digitalradar.events.models.booking import State
from digitalradar.events.services.people import person_of
from digitalradar.events.services.signing_up import sign_up
from digitalradar.focusgroups.models import Contribution, FocusGroup, Membership
from digitalradar.focusgroups.services.answers import answer_session
from digitalradar.focusgroups.services.joining import Entry, accept_invitation, ask_to_join, invite
from digitalradar.focusgroups.services.topics import propose
from digitalradar.mail.models import Message
from digitalradar.search.queries.search import search
from digitalradar.tastings.models import Interest
from tests.factories.events import assert_places_right, entry, make_occurrence, make_offer
from tests.factories.focusgroups import make_group, make_member, tell

pytestmark = pytest.mark.django_db


@pytest.fixture
def year(db):
    add_example_data()


def test_year_has_all_formats_in_past_and_future(year):
    dates = Occurrence.objects.all()
    assert dates.count() >= 24
    assert {date.kind for date in dates} == set(kinds())
    assert dates.filter(starts_at__lt=now()).count() >= 10
    assert dates.to_come().count() >= 10
    assert dates.filter(state="cancelled").exclude(cancel_reason="").count() == 1
    assert dates.filter(previous_starts_at__isnull=False, sequence=1).exists()


def test_rows_keep_the_rules_of_places(year):
    for occurrence in Occurrence.objects.all():
        assert_places_right(occurrence)
    used = set(Booking.objects.values_list("state", flat=True))
    assert {State.CONFIRMED, State.WAITING, State.REQUESTED, State.ATTENDED, State.NO_SHOW} <= used
    assert not Booking.objects.filter(state=State.CONFIRMED, offer__occurrence__ends_at__lt=now()).exists()
    assert Feedback.objects.count() >= 20
    assert FollowUp.objects.count() >= 5


def test_everything_is_marked_and_nobody_can_be_reached(year):
    for model in (Occurrence, Registration, Person, Place, Series, FocusGroup, Membership, Contribution):
        assert model.objects.exists()
        assert not model.objects.filter(is_example=False).exists(), model
    assert not Person.objects.exclude(email__endswith="@example.org").exists()
    assert not Message.objects.exists()


def test_groups_tell_something_on_each_level(year):
    told = Contribution.objects.values_list("confidentiality", flat=True)
    assert set(told) == {"session", "group", "anonymous", "public"}
    for group in FocusGroup.objects.all():
        assert group.seats_taken == group.memberships.seated().count()
        assert group.series.occurrences.filter(starts_at__gt=now()).exists()


def test_search_finds_dates_and_groups(year, django_capture_on_commit_callbacks):
    remove_example_data()
    with django_capture_on_commit_callbacks(execute=True):
        add_example_data()
    assert [hit.document.title for hit in search("Notfallplan", language="de", kinds=("event",)).hits]
    assert [hit.document.title for hit in search("Betriebsdaten", language="de", kinds=("focus_group",)).hits]
    with django_capture_on_commit_callbacks(execute=True):
        remove_example_data()
    assert not search("Notfallplan", language="de", kinds=("event",)).hits
    assert not search("Betriebsdaten", language="de", kinds=("focus_group", "focus_group_text")).hits


def test_year_comes_once_and_anew_after_some_weeks(year):
    before = set(Occurrence.objects.values_list("pk", flat=True))
    assert add_example_year() is None
    assert add_example_year(localdate() + timedelta(days=7)) is None
    count = Occurrence.objects.count()
    later = localdate() + timedelta(weeks=5)
    assert add_example_year(later) is not None
    assert Occurrence.objects.count() == count
    assert not before & set(Occurrence.objects.values_list("pk", flat=True))
    assert Occurrence.objects.filter(starts_at__date__gt=later).count() >= 10
    assert FocusGroup.objects.count() == 2


def test_dates_with_somebody_real_stay_until_the_examples_go(year, django_capture_on_commit_callbacks):
    date = Occurrence.objects.get(slug="beispiel-notfallplan")
    sign_up(occurrence=date, entry=entry("Rita Echt"))
    assert Message.objects.count() == 1
    add_example_year(localdate() + timedelta(weeks=5))
    assert Occurrence.objects.get(slug="beispiel-notfallplan") == date
    assert_places_right(date)


def test_examples_go_without_a_trace_and_real_ones_stay(year):
    own = make_offer(make_occurrence(place=Place.objects.first())).occurrence
    remove_example_data()
    assert list(Occurrence.objects.all()) == [own]
    assert list(Place.objects.all()) == [own.place]
    assert {kind.examples for kind in example_state()} == {0}
    for model in (Registration, Person, Series, FocusGroup, Membership):
        assert not model.objects.exists(), model


def test_real_people_who_joined_a_made_up_group_go_with_it(year):
    group, other = FocusGroup.objects.order_by("pk")
    membership = invite(group=group, entry=Entry(name="Rita Echt", email="rita@example.com"))
    accept_invitation(membership)
    membership.refresh_from_db()
    session = group.series.occurrences.filter(starts_at__gt=now()).first()
    tell(membership, confidentiality="session", session=session)
    tell(membership, "Webstuhlgeheimnis", confidentiality="public", public_name="Rita Echt")
    propose(author=membership, title="Was kostet das?")
    answer_session(membership=membership, session=session, is_coming=True)
    sign_up(occurrence=Occurrence.objects.get(slug="beispiel-notfallplan"), entry=entry("Uwe Echt"))
    tasting = Occurrence.objects.get(slug="beispiel-tasting-robotik")
    Interest.objects.create(occurrence=tasting, person=person_of("ida@example.com", language="de"))
    own = make_group()
    make_member(own, "Eva Bleibt")
    ask_to_join(group=other, entry=Entry(name="Eva Bleibt", email="eva.bleibt@example.org"))
    remove_example_data()
    assert list(FocusGroup.objects.all()) == [own]
    assert [str(one) for one in Membership.objects.all()] == ["Eva Bleibt"]
    assert list(Person.objects.values_list("email", flat=True)) == ["eva.bleibt@example.org"]
    assert (Contribution.objects.count(), Registration.objects.count()) == (0, 0)
    assert not search("Webstuhlgeheimnis", language="de", kinds=("focus_group_text",)).hits


def test_pages_say_that_dates_are_made_up(client, year):
    for address in ("/termine/", "/termine/beispiel-notfallplan/", "/fokusgruppen/beispiel-betriebsdaten/"):
        text = client.get(address).content.decode()
        shown = text.replace("Beispieldaten: Region", "").replace("Mit Beispieldaten", "")
        assert "Beispieldaten" in shown, address


def test_tasting_has_stations_and_rounds(year):
    tasting = Occurrence.objects.get(slug="beispiel-tasting-robotik")
    assert (tasting.stations.count(), tasting.offers.count()) == (4, 20)
    assert tasting.offers.exclude(round=None).count() == 20
    assert Booking.objects.filter(offer__occurrence=tasting, state=State.WAITING).count() == 2
    registrations = tasting.registrations.count()
    assert registrations == tasting.registrations.values("person").distinct().count()


def test_annual_event_has_a_released_programme(client, year):
    day = Occurrence.objects.get(slug="beispiel-jahrestag")
    assert [version.number for version in day.programme_versions.all()] == [1]
    assert "Eine Gärtnerei zählt Wasser" in client.get(f"/termine/{day.slug}/").content.decode()
