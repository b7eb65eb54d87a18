"""Leaving a check and coming back: by the private link, on another device, in a second tab."""

import re
from urllib.parse import parse_qs, unquote, urlsplit

from playwright.sync_api import Route, expect

from . import journey
from .conftest import OpenPage
from .portal import Portal


def test_private_link_goes_on_at_the_first_open_question_on_another_device(open_page: OpenPage):
    desk = open_page()
    journey.begin(desk, "digital-check", sector="handel")
    for question in journey.questions(desk):
        journey.choose(desk, question, 3)
    journey.go(desk)
    journey.choose(desk, "prozesse.ablaeufe", 2)
    link = desk.locator("#privater-link").inner_text()
    assert link == journey.run_link(desk)

    phone = open_page("phone", is_mobile=True, has_touch=True)
    phone.goto(link)
    assert phone.url.endswith("/thema/prozesse/#frage-prozesse.auftrag")
    expect(phone.locator('[id="frage-prozesse.auftrag"]')).to_be_in_viewport()
    assert journey.answer(phone, "prozesse.ablaeufe") == "2"
    phone.goto("/")
    phone.get_by_role("link", name="Weiter im angefangenen Check").click()
    expect(phone.get_by_text("Thema 2 von 9")).to_be_visible()


def test_link_can_be_copied_mailed_and_photographed(open_page: OpenPage):
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    journey.begin(page, "digital-check")
    link = journey.run_link(page)
    page.get_by_role("button", name="Link kopieren").click()
    expect(page.get_by_role("button", name="Link kopiert")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == link

    mail = urlsplit(page.get_by_role("link", name="Per E-Mail schicken").get_attribute("href") or "")
    assert (mail.scheme, parse_qs(mail.query)["body"]) == ("mailto", [link])
    assert "%" in mail.query, "the link is written so that every mail program understands it"
    assert unquote(mail.query).startswith("subject=Mein Digital-Check")

    page.get_by_text("Auf dem Handy weitermachen").click()
    code = page.get_by_role("img", name="QR-Code")
    expect(code).to_be_visible()
    assert code.evaluate("image => image.decode().then(() => image.naturalWidth > 0)")


def test_expired_and_unknown_links_get_the_same_page(open_page: OpenPage, portal: Portal):
    page = open_page()
    journey.begin(page, "kurz-check")
    expired = journey.run_link(page)
    portal.expire_newest_run()
    told = []
    for link in (expired, re.sub(r"[^/]{24}/$", "A" * 24 + "/", expired), f"{expired[:-4]}/"):
        answer = page.goto(link)
        assert answer is not None
        assert answer.status == 404
        told.append(page.get_by_role("main").inner_text())
    assert told[0] == told[1] == told[2]
    assert "Dieser Link führt zu keinem Check." in told[0]


def test_two_tabs_lose_nothing_and_one_learns_of_the_other_with_its_next_saving(open_page: OpenPage):
    first = open_page()
    journey.begin(first, "digital-check")
    second = first.context.new_page()
    second.goto(first.url)
    journey.choose(first, "strategie.ziel", 2)
    assert journey.answer(second, "strategie.ziel") is None
    journey.choose(second, "strategie.nutzen", 4)
    assert journey.answer(second, "strategie.ziel") == "2"
    journey.choose(second, "strategie.ziel", 5)
    journey.go(first)
    assert journey.stored(first) == {"strategie.ziel": 5, "strategie.nutzen": 4}


def test_answer_that_could_not_be_saved_is_told_and_goes_with_the_form(open_page: OpenPage):
    page = open_page()
    journey.begin(page, "digital-check")
    page.route(journey.SAVING, lambda route: route.abort())
    journey.field(page, "value.strategie.ziel", 3).check()
    expect(page.get_by_text("Nicht gespeichert. Bitte prüfen Sie die Verbindung")).to_be_visible()
    journey.go(page)
    assert journey.stored(page) == {"strategie.ziel": 3}


def test_answer_that_could_not_be_saved_is_sent_again_with_the_next(open_page: OpenPage):
    page = open_page()
    journey.begin(page, "digital-check")
    page.context.set_offline(True)
    journey.field(page, "value.strategie.ziel", 3).check()
    expect(page.get_by_text("Nicht gespeichert.")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_text("Gespeichert um")).to_be_visible()
    assert journey.stored(page) == {"strategie.ziel": 3}


def test_next_waits_for_a_slow_saving_and_the_last_choice_counts(open_page: OpenPage):
    page = open_page()
    journey.begin(page, "digital-check")
    held: list[Route] = []
    page.route(journey.SAVING, lambda route: route.continue_() if held else held.append(route))
    for value in (2, 3, 5):
        journey.field(page, "value.strategie.ziel", value).check()
    page.locator('button[name="go"][value="next"]').click(no_wait_after=True)
    page.wait_for_timeout(200)
    assert journey.dimension(page) == "strategie"
    held[0].continue_()
    page.wait_for_url("**/thema/prozesse/")
    assert journey.stored(page) == {"strategie.ziel": 5}


def test_two_tabs_without_script_write_only_what_was_changed_in_them(open_page: OpenPage):
    first = open_page(javascript=False)
    journey.begin(first, "digital-check")
    journey.field(first, "value.strategie.auswahl", 1).check()
    journey.go(first)
    first.go_back()
    second = first.context.new_page()
    second.goto(first.url)
    for page, question, value in ((first, "strategie.ziel", 2), (second, "strategie.nutzen", 4)):
        journey.field(page, f"value.{question}", value).check()
    journey.field(first, "value.strategie.auswahl", 3).check()
    journey.go(first)
    journey.go(second)
    assert journey.stored(second) == {"strategie.auswahl": 3, "strategie.ziel": 2, "strategie.nutzen": 4}
