"""Every e-mail in both languages: whole sentences, links to pages with a button, nothing left out."""

import pytest

from digitalradar.focusgroups import emails
from digitalradar.focusgroups.links import personal_token
from digitalradar.focusgroups.models import Membership
from digitalradar.mail import previews
from digitalradar.mail.models import Message
from digitalradar.mail.rendering import render
from tests.factories.focusgroups import make_group, make_member, make_session

KINDS = (
    "confirm_request",
    "request_waiting",
    "accepted",
    "declined",
    "invitation",
    "your_link",
    "membership_ended",
    "new_session",
)


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("mail", KINDS)
def test_mail_reads_well(mail, language):
    preview = next(found for found in previews.previews() if found.kind == f"focusgroups.{mail}")
    rendered = render(preview.template, preview.example(), language)
    assert rendered.subject
    assert "{{" not in rendered.text + rendered.html
    assert "  " not in rendered.text.replace("-- ", "")
    if mail not in {"declined"}:
        assert rendered.text.count("https://example.org/fokusgruppen/mitglied/beispiel/") == 1
        assert 'href="https://example.org/fokusgruppen/mitglied/beispiel/"' in rendered.html


@pytest.mark.django_db
def test_mail_is_written_in_the_language_of_the_member_with_their_link():
    group = make_group()
    ada = make_member(group, language="en")
    emails.new_session(ada, make_session(group))
    message = Message.objects.get()
    assert (message.language, message.address) == ("en", "ada.beispiel@example.org")
    assert f"/en/fokusgruppen/mitglied/{personal_token(ada)}/" in message.text
    assert Membership.objects.get().token_hash not in message.text


@pytest.mark.django_db
def test_mail_says_what_is_new_and_when_it_begins_and_ends():
    text = render("focusgroups/mail/new_session", previews.find("focusgroups.new_session").example(), "de").text
    assert "für Ihre Gruppe „Fokusgruppe Betriebsdaten“ steht eine neue Sitzung fest." in text
    assert "Wann: Dienstag, 23. November 2027, 17:00 bis 19:00 Uhr" in text
