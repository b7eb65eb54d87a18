"""Personal data leaves on its clock, evidence stays as long as it has to (X21, I-17)."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from digitalradar.accounts.models import Person
from digitalradar.core import due_work, retention
from digitalradar.events.documents.signing_list import signing_list
from digitalradar.events.exports import as_csv, participant_rows
from digitalradar.events.models import Attendance, Feedback, FollowUp, LogEntry, Occurrence, PersonalFeed, Registration
from digitalradar.events.services.attendance import arrive
from digitalradar.events.services.erasing import EMPTIED, erase
from digitalradar.events.services.following_up import answer_follow_up, give_feedback
from digitalradar.events.services.forgetting import forget_evidence, forget_over, forget_words
from digitalradar.events.services.links import personal_token
from digitalradar.events.services.personal_feeds import renew_feed
from tests.factories.events import assert_places_right, book, make_occurrence, make_offer

pytestmark = pytest.mark.django_db

SECRETS = ("Ada", "Rollstuhl", "vegan", "Kim Begleitung", "ada.beispiel", "Herzpass")
DAYS = timedelta(days=1)


@pytest.fixture
def over(request, settings):
    """A date seven months ago with somebody who came and somebody who only waited."""
    settings.EVENTS_PERSONAL_MONTHS, settings.EVENTS_EVIDENCE_YEARS = 6, 10
    is_funded = getattr(request, "param", False)
    starts_at = now() - 213 * DAYS
    offer = make_offer(make_occurrence(starts_at=starts_at, is_funded=is_funded), capacity=2, max_party=2)
    told = {
        "organisation": "Metallbau Beispiel",
        "companions": "Kim Begleitung",
        "access_needs": "Rollstuhl",
        "food_needs": "vegan",
        "answers": {"1": "Herzpass"},
        "photo_consent": True,
        "party_size": 2,
    }
    came = book(offer, at=starts_at - 9 * DAYS, **told).registration
    book(offer, "Ben Beispiel", at=starts_at - 8 * DAYS, organisation="Tischlerei Muster")
    arrive(came, at=starts_at)
    return offer.occurrence


def everything_stored() -> str:
    """Return all that dates know of people, as one text."""
    models = (Registration, Attendance, Person, LogEntry, Feedback, FollowUp, PersonalFeed)
    return str([list(model.objects.values()) for model in models])


def test_x21_names_and_texts_go_and_the_number_per_firm_stays(over):
    assert forget_over() == 2
    assert not [secret for secret in SECRETS if secret in everything_stored()]
    came, waited = Registration.objects.order_by("pk")
    assert (came.organisation, came.attendance.persons, came.attendance.minutes) == ("Metallbau Beispiel", 2, 120)
    assert (waited.organisation, waited.name, waited.person) == ("", "", None)
    assert not Person.objects.exists()
    assert_places_right(over)


def test_x21_log_never_held_what_is_erased(over):
    log = str(list(LogEntry.objects.values()))
    assert not [secret for secret in SECRETS if secret in log]
    forget_over()
    assert list(LogEntry.objects.filter(action="occurrence.erased").values_list("detail", flat=True)) == [{"count": 2}]


@pytest.mark.parametrize("over", [True], indirect=True)
def test_x21_evidence_of_a_funded_date_stays_and_only_it(over):
    forget_over()
    came, waited = Registration.objects.order_by("pk")
    kept = {name for name, value in EMPTIED.items() if getattr(came, name) != value}
    assert kept == {"name", "organisation", "companions"}
    assert {name: getattr(waited, name) for name in EMPTIED} == EMPTIED
    assert not Person.objects.exists()
    (row,) = participant_rows(over)
    assert (row["Name"], row["Gekommene Personen"], row["E-Mail-Adresse"], row["Essen"]) == ("Ada Beispiel", 2, "", "")
    assert "Ada Beispiel" in as_csv(over).decode()


@pytest.mark.parametrize("over", [True], indirect=True)
def test_x21_evidence_goes_when_its_time_is_over(over):
    forget_over()
    assert forget_evidence(now() + 3000 * DAYS) == 0
    assert forget_evidence(now() + 3653 * DAYS) == 1
    assert not [secret for secret in SECRETS if secret in everything_stored()]
    assert Registration.objects.filter(organisation="Metallbau Beispiel").count() == 1


@pytest.mark.parametrize("over", [True], indirect=True)
def test_who_wants_to_be_erased_stays_as_evidence_alone(over):
    came = Registration.objects.order_by("pk").first()
    erase(came)
    came.refresh_from_db()
    assert (came.name, came.access_needs, came.person) == ("Ada Beispiel", "", None)
    assert not Person.objects.filter(email__startswith="ada").exists()


@pytest.mark.parametrize("over", [True], indirect=True)
def test_evidence_goes_with_the_funding(over):
    forget_over()
    Occurrence.objects.update(is_funded=False)
    assert forget_evidence() == 1


def test_dates_keep_names_until_their_time(over):
    assert forget_over(over.ends_at + 182 * DAYS) == 0
    assert forget_over(over.ends_at + 183 * DAYS) == 2
    assert forget_over(over.ends_at + 184 * DAYS) == 0


def test_cancelled_dates_forget_as_well(over):
    Occurrence.objects.update(state=Occurrence.State.CANCELLED)
    assert forget_over() == 2


def test_calendar_of_a_person_goes_with_the_last_registration(over):
    first, _second = Registration.objects.order_by("pk")
    renew_feed(first.person)
    forget_over()
    assert not PersonalFeed.objects.exists()


def test_calendar_stays_while_somebody_has_another_date(over):
    person = Registration.objects.order_by("pk").first().person
    book(make_offer())
    renew_feed(person)
    forget_over()
    assert PersonalFeed.objects.get().person == person


def test_words_of_feedback_go_and_ratings_stay(over):
    came = Registration.objects.order_by("pk").first()
    give_feedback(came, rating=4, helped="Ada half mir", missing="nichts", at=over.ends_at + DAYS)
    assert forget_words(over.ends_at + 180 * DAYS) == 0
    assert forget_words(over.ends_at + 190 * DAYS) == 1
    assert list(Feedback.objects.values_list("rating", "helped", "missing")) == [(4, "", "")]


def test_words_written_later_stay_longer(over):
    came = Registration.objects.order_by("pk").first()
    answer_follow_up(came, outcome="in_use", text="läuft", at=over.ends_at + 120 * DAYS)
    assert forget_words(over.ends_at + 190 * DAYS) == 0
    assert forget_words(over.ends_at + 310 * DAYS) == 1
    assert list(FollowUp.objects.values_list("outcome", "text")) == [("in_use", "")]


def test_lists_of_an_erased_date_can_still_be_made(over):
    forget_over()
    assert participant_rows(over) == []
    assert signing_list(over).content[:4] == b"%PDF"


def test_daily_jobs_do_it():
    names = {job.name for job in due_work.jobs()}
    assert {"names of past dates erased", "evidence of funded dates erased", "words of feedback erased"} <= names


def test_overview_counts_what_is_kept(over):
    kinds = {str(kind.name): kind for kind in retention.kinds()}
    assert kinds["Anmeldungen zu Terminen"].figures().count == 2
    assert kinds["Anmeldungen zu Terminen"].figures().due == 2
    assert kinds["Anmeldungen zu Terminen"].clock() == "6 Monate nach dem Termin, auf Wunsch sofort"
    forget_over()
    assert kinds["Anmeldungen zu Terminen"].figures().count == 0
    assert kinds["Nachweise geförderter Termine"].figures().count == 0


def test_overview_counts_words_of_both_sorts(over):
    (words,) = [kind for kind in retention.kinds() if str(kind.name) == "Texte der Rückmeldungen zu Terminen"]
    came = Registration.objects.order_by("pk").first()
    give_feedback(came, rating=4, helped="Viel", at=over.ends_at + DAYS)
    assert words.figures().count == 1
    answer_follow_up(came, outcome="in_use", text="läuft", at=over.ends_at + 120 * DAYS)
    assert words.figures().count == 2


@pytest.mark.parametrize("over", [False, True], indirect=True)
def test_page_for_erasing_says_beforehand_what_stays(client, over):
    came = Registration.objects.order_by("pk").first()
    content = client.get(f"/termine/anmeldung/{personal_token(came)}/loeschen/").content.decode()
    assert ("bleiben als Nachweis" in content) is over.is_funded
    assert ("bleibt als Zahl ohne Namen stehen" in content) is not over.is_funded
