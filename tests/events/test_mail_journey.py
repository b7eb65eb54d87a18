"""One sign-up as it is read in a mailbox: every letter over a real mail server, every link harmless until a button."""

import re
from datetime import timedelta
from email.message import EmailMessage

import pytest
from django.utils.timezone import now

from digitalradar.events.models import (
    Attendance,
    Booking,
    Feedback,
    LogEntry,
    Occurrence,
    PersonalFeed,
    Place,
    Registration,
)
from digitalradar.events.services.attendance import arrive
from digitalradar.events.services.reminding import ask_later, remind, thank
from digitalradar.events.services.rescheduling import call_off, move
from digitalradar.events.services.signing_up import sign_up
from digitalradar.mail.delivery import deliver
from digitalradar.mail.models import Message
from digitalradar.region.models import ContactPerson
from tests.events.calendar.reading import read
from tests.factories.events import entry, make_occurrence, make_offer

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
WATCHED = (Attendance, Booking, Feedback, LogEntry, Message, Occurrence, PersonalFeed, Registration)


@pytest.fixture
def offer():
    place = Place.objects.create(name="Bildungszentrum", street="Musterweg 1", town="Musterstadt")
    contact = ContactPerson.objects.create(name="Eva Beispiel", role="Technik", email="eva@example.org")
    occurrence = make_occurrence(
        kind="tech-tasting", starts_at=now() + 20 * DAY, title="Größe: prüfen & messen", place=place, contact=contact
    )
    return make_offer(occurrence, capacity=1)


def received(sink) -> EmailMessage:
    """Return the message that has just come in."""
    before = len(sink.messages)
    deliver()
    assert len(sink.messages) == before + 1
    return sink.messages[-1].email


def links(mail: EmailMessage) -> list[str]:
    """Return the addresses of the portal in a message, as they are clicked on."""
    text = mail.get_body(("plain",)).get_content() + mail.get_body(("html",)).get_content()
    return sorted(set(re.findall(r"http://127\.0\.0\.1:8000(/[^\s\"<]*)", text)))


def rows() -> list:
    return [list(model.objects.order_by("pk").values()) for model in WATCHED]


def assert_harmless(client, mail: EmailMessage) -> None:
    """X11: open every link twice with GET and with HEAD, as programs that look for malware do."""
    before, found = rows(), links(mail)
    assert [link for link in found if "/termine/anmeldung/" in link]
    for link in found * 2:
        assert client.get(link, follow=True).status_code == 200
        assert client.head(link, follow=True).status_code == 200
    assert rows() == before


def own_page(mail: EmailMessage) -> str:
    return min((link for link in links(mail) if "/termine/anmeldung/" in link), key=len)


def test_x11_whole_journey_in_letters(smtp_sink, client, offer):
    sign_up(occurrence=offer.occurrence, entry=entry("Jörg Größer", email="joerg@example.org"), offers=[offer.pk])
    asked = received(smtp_sink)
    assert asked["Subject"].strip() == "Bitte bestätigen Sie Ihre Anmeldung: Größe: prüfen & messen"
    assert asked["Reply-To"] == "eva@example.org"
    assert "Jörg" not in asked.get_body(("plain",)).get_content(), "nobody knows yet whose address it is"
    assert_harmless(client, asked)

    assert client.post(f"{own_page(asked)}bestaetigen/").status_code == 302
    confirmed = received(smtp_sink)
    assert "Guten Tag Jörg Größer," in confirmed.get_body(("plain",)).get_content()
    [invitation] = confirmed.iter_attachments()
    assert invitation.get_filename() == "termin.ics"
    assert (invitation.get_content_type(), invitation["Content-Type"].params["method"]) == ("text/calendar", "REQUEST")
    event = read(invitation.get_payload(decode=True)).vevent
    assert (event.summary.value, event.sequence.value) == ("Größe: prüfen & messen", "0")
    assert_harmless(client, confirmed)

    starts_at = offer.occurrence.starts_at + DAY
    move(occurrence=offer.occurrence, starts_at=starts_at, ends_at=starts_at + timedelta(hours=2))
    moved = received(smtp_sink)
    assert_harmless(client, moved)
    [update] = moved.iter_attachments()
    assert read(update.get_payload(decode=True)).vevent.sequence.value == "1"

    remind(starts_at - timedelta(hours=47))
    reminded = received(smtp_sink)
    assert [link for link in links(reminded) if link.endswith("/absagen/")]
    assert_harmless(client, reminded)

    arrive(Registration.objects.get(), at=starts_at)
    for letter, at in ((thank, starts_at + 2 * DAY), (ask_later, starts_at + 95 * DAY)):
        letter(at)
        assert_harmless(client, received(smtp_sink))


def test_reminder_leads_to_the_button_that_gives_the_place_back(smtp_sink, client, offer):
    sign_up(occurrence=offer.occurrence, entry=entry(), offers=[offer.pk])
    client.post(f"{own_page(received(smtp_sink))}bestaetigen/")
    received(smtp_sink)
    remind(offer.occurrence.starts_at - timedelta(hours=47))
    [cannot_come] = [link for link in links(received(smtp_sink)) if link.endswith("/absagen/")]
    client.post(cannot_come)
    gone = received(smtp_sink)
    assert gone["Subject"].strip() == "Abgesagt: Ihre Anmeldung zu Größe: prüfen & messen"
    [ended] = gone.iter_attachments()
    assert ended["Content-Type"].params["method"] == "CANCEL"
    assert Booking.objects.get().state == "cancelled"


def test_called_off_date_is_told_with_its_reason(smtp_sink, client, offer):
    sign_up(occurrence=offer.occurrence, entry=entry(), offers=[offer.pk])
    client.post(f"{own_page(received(smtp_sink))}bestaetigen/")
    received(smtp_sink)
    call_off(occurrence=offer.occurrence, reason="Die Halle ist gesperrt.")
    told = received(smtp_sink)
    assert "Die Halle ist gesperrt." in told.get_body(("plain",)).get_content()
    [ended] = told.iter_attachments()
    assert read(ended.get_payload(decode=True)).vevent.status.value == "CANCELLED"


def test_english_guest_reads_english(smtp_sink, client, offer):
    sign_up(occurrence=offer.occurrence, entry=entry(language="en"), offers=[offer.pk])
    mail = received(smtp_sink)
    assert mail["Content-Language"] == "en"
    assert own_page(mail).startswith("/en/termine/anmeldung/")
    assert_harmless(client, mail)
