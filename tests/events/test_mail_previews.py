"""Every e-mail about a date is known to the back office and can be laid out in both languages."""

import pytest

from digitalradar.events import emails, mail_previews
from digitalradar.mail import previews
from digitalradar.mail.rendering import render

pytestmark = pytest.mark.django_db


def test_every_function_has_a_preview():
    written = {name for name, value in vars(emails).items() if getattr(value, "__module__", "") == emails.__name__}
    functions = {name for name in written if not name.startswith("_") and name.islower()}
    assert functions == set(mail_previews.EXAMPLES)
    assert {f"events.{name}" for name in functions} == {
        preview.kind for preview in previews.previews() if preview.kind.startswith("events.")
    }


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", mail_previews.EXAMPLES)
def test_every_mail_says_which_date_and_leads_to_a_page_of_its_own(name, language):
    example = previews.find(f"events.{name}").example()
    rendered = render(f"events/mail/{name}", example, language)
    for body in (rendered.text, rendered.html):
        assert "Tech-Tasting: Bildverarbeitung" in body
        assert "https://example.org/termine/anmeldung/beispiel/" in body
        assert "14:00" in body
    assert rendered.subject


def test_times_stay_those_of_the_wall():
    text = render("events/mail/registered", previews.find("events.registered").example(), "de").text
    assert "Sonntag, 21. November 2027, 14:00 bis 16:30 Uhr" in text
    assert "Station 2: Kamera-Prüfung, 14:30 bis 14:50 Uhr" in text
