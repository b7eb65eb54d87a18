"""All pages a visitor can come to: by address, and by doing something."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any
from urllib.error import HTTPError

from playwright.sync_api import Page, expect

from .portal import Portal
from .visitor import Visitor, dimensions, same_answers, sample_answers

CHECKS = ("digital-check", "kurz-check", "cyber-check", "ki-check", "dii")
STANDARD = ("leichte-sprache", "barrierefreiheit", "ueber-uns", "impressum", "datenschutz")

ADDRESSES = {
    "home": "/",
    "home-en": "/en/",
    **{page: f"/{page}/" for page in STANDARD},
    **{f"{page}-en": f"/en/{page}/" for page in STANDARD},
    "barrier-form": "/barrierefreiheit/melden/",
    "barrier-form-en": "/en/barrierefreiheit/melden/",
    "unknown": "/gibt-es-nicht/",
    "unknown-en": "/en/does-not-exist/",
    "overview": "/check/",
    "overview-en": "/en/check/",
    **{f"start-{check}": f"/check/{check}/" for check in CHECKS},
    "start-en": "/en/check/digital-check/",
    "start-german-check-en": "/en/check/cyber-check/",
    "start-handed-over": "/check/digital-check/?frage=sicherheit.notfall&antwort=2",
    "start-theme": "/check/digital-check/?thema=menschen",
    "start-employee": "/check/digital-check/?rolle=beschaeftigt",
    **{f"sample-{check}": f"/check/{check}/beispiel/" for check in CHECKS},
    "sample-en": "/en/check/digital-check/beispiel/",
    **{f"sample-calculation-{check}": f"/check/{check}/beispiel/rechnung/" for check in CHECKS},
    "profile": "{open}profil/",
    "section": "{open}thema/strategie/",
    "section-answered": "{main}thema/sicherheit/",
    "section-suggested": "{suggested}thema/prozesse/",
    "section-alone": "{alone}thema/menschen/",
    "section-kurz": "{kurz}thema/prozesse/",
    "section-ki": "{ki}thema/ki-einsatz/",
    "section-cyber": "{cyber}thema/cyber-netz/",
    "section-dii": "{dii}thema/dii/",
    "section-german-check-en": "/en{cyber}thema/cyber-zugang/",
    "section-en": "/en{open}thema/daten/",
    "finish-missing": "{open}abschluss/",
    "finish-ready": "{main}abschluss/",
    "result": "{main}ergebnis/",
    "result-en": "/en{main}ergebnis/",
    "result-lowest": "{lowest}ergebnis/",
    "result-highest": "{highest}ergebnis/",
    "result-six-themes": "{six}ergebnis/",
    "result-employee": "{employee}ergebnis/",
    "result-stale": "{stale}ergebnis/",
    "result-kurz": "{kurz}ergebnis/",
    "result-cyber": "{cyber}ergebnis/",
    "result-cyber-unmet": "{unmet}ergebnis/",
    "result-ki": "{ki}ergebnis/",
    "result-dii": "{dii}ergebnis/",
    "calculation": "{main}ergebnis/rechnung/",
    "calculation-en": "/en{main}ergebnis/rechnung/",
    "calculation-six-themes": "{six}ergebnis/rechnung/",
    "calculation-cyber": "{cyber}ergebnis/rechnung/",
    "calculation-dii": "{dii}ergebnis/rechnung/",
    "targets": "{main}ergebnis/ziele/",
    "answers": "{main}antworten/",
    "answers-cyber": "{cyber}antworten/",
    "delete": "{main}loeschen/",
}


def prepared_runs(portal: Portal) -> dict[str, str]:
    """Make runs in every state a page can show; return their paths by name."""
    main = sample_answers("digital-check")
    firm = {"sector": "handwerk", "size": "10-49"}
    six = same_answers("digital-check", "3", of=list(dimensions("digital-check"))[:6])
    made: dict[str, Callable[[Visitor], str]] = {
        "open": lambda visitor: visitor.begin("digital-check", sector="handel"),
        "alone": lambda visitor: visitor.begin("digital-check", size="solo"),
        "main": lambda visitor: visitor.finish("digital-check", main, **firm),
        "employee": lambda visitor: visitor.finish("digital-check", main, role="beschaeftigt"),
        "lowest": lambda visitor: visitor.finish("digital-check", same_answers("digital-check", "1"), **firm),
        "highest": lambda visitor: visitor.finish("digital-check", same_answers("digital-check", "5")),
        "six": lambda visitor: visitor.finish("digital-check", six),
        "stale": stale_run,
        "kurz": lambda visitor: visitor.finish("kurz-check", sample_answers("kurz-check"), **firm),
        "suggested": suggested_run,
        "ki": lambda visitor: visitor.finish("ki-check", sample_answers("ki-check")),
        "cyber": lambda visitor: visitor.finish("cyber-check", sample_answers("cyber-check")),
        "unmet": lambda visitor: visitor.finish("cyber-check", same_answers("cyber-check", "unmet")),
        "dii": lambda visitor: visitor.finish("dii", sample_answers("dii")),
    }
    return {name: make(Visitor(portal.address)) for name, make in made.items()}


def stale_run(visitor: Visitor) -> str:
    """Return a run that was answered further after its result."""
    link = visitor.finish("digital-check", same_answers("digital-check", "3"))
    visitor.open(f"{link}thema/kunden/", {"was.kunden.auftritt": "3||", "value.kunden.auftritt": "4"})
    return link


def suggested_run(visitor: Visitor) -> str:
    """Return a run through the main check that continues the short one."""
    visitor.finish("kurz-check", sample_answers("kurz-check"))
    return visitor.begin("digital-check")


def wrong_choice(page: Page, portal: Portal, runs: dict[str, str]) -> None:
    page.goto("/check/digital-check/")
    page.locator('select[name="size"]').select_option("10-49")
    page.locator('select[name="size"]').evaluate("list => { list.selectedOptions[0].value = 'x'; }")
    send(page)
    expect(page.get_by_role("alert")).to_be_visible()


def barrier_without_text(page: Page, portal: Portal, runs: dict[str, str]) -> None:
    page.goto("/barrierefreiheit/melden/")
    send(page)
    expect(page.get_by_role("alert")).to_be_visible()


def barrier_with_endless_text(page: Page, portal: Portal, runs: dict[str, str]) -> None:
    page.goto("/barrierefreiheit/melden/")
    page.locator("textarea").evaluate("area => { area.value = 'x'.repeat(1100000); }")
    send(page)


def barrier_reported(page: Page, portal: Portal, runs: dict[str, str]) -> None:
    page.goto("/barrierefreiheit/melden/")
    page.locator("textarea").fill("Die Schrift ist zu klein.")
    send(page)


def forged_form(page: Page, portal: Portal, runs: dict[str, str]) -> None:
    page.goto("/barrierefreiheit/melden/")
    page.locator('main [name="csrfmiddlewaretoken"]').evaluate("field => { field.value = 'x'; }")
    send(page)


def wrong_answer(page: Page, portal: Portal, runs: dict[str, str]) -> None:
    page.goto("{open}thema/strategie/".format(**runs))
    page.locator('[name="was.strategie.ziel"]').evaluate("field => { field.value = '1||'; }")
    page.locator('[name="target"]').evaluate("list => { list.options[0].value = '9'; }")
    send(page)


def unknown_link(page: Page, portal: Portal, runs: dict[str, str]) -> None:
    page.goto(f"/check/lauf/{'A' * 24}/")


def address_only_for_forms(page: Page, portal: Portal, runs: dict[str, str]) -> None:
    page.goto("{open}antwort/".format(**runs))


def deleted(page: Page, portal: Portal, runs: dict[str, str]) -> None:
    page.goto(f"{Visitor(portal.address).begin('digital-check')}loeschen/")
    send(page)


def menu(page: Page, portal: Portal, runs: dict[str, str]) -> None:
    page.goto("/check/")
    page.evaluate("document.querySelectorAll('header details').forEach(part => part.open = true)")


def locked_out(page: Page, portal: Portal, runs: dict[str, str]) -> None:
    visitor, attempt = Visitor(portal.address), {"username": "niemand@example.org", "password": "falsch"}
    with suppress(HTTPError):  # what comes when there were too many
        for _attempt in range(10):
            visitor.open("/verwaltung/login/")
            visitor.open("/verwaltung/login/", attempt)
    page.goto("/verwaltung/login/")
    sign_in(page, *attempt.values())


def styleguide(page: Page, portal: Portal, runs: dict[str, str]) -> None:
    email, password = portal.account()
    page.goto("/verwaltung/login/?next=/styleguide/")
    if "login" not in page.url:
        return
    sign_in(page, email, password)


def sign_in(page: Page, email: str, password: str) -> None:
    page.locator('[name="username"]').fill(email)
    page.locator('[name="password"]').fill(password)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def send(page: Page) -> None:
    """Press the first button of the form of the page."""
    with page.expect_navigation():
        page.locator("main form[method=post] button:not([type=button])").first.click()


# What is done, and the heading of the page it leads to.
ACTIONS: dict[str, tuple[Callable[[Page, Portal, dict[str, str]], Any], str]] = {
    "start-wrong-choice": (wrong_choice, "Digital-Check"),
    "barrier-form-errors": (barrier_without_text, "Barriere melden"),
    "barrier-reported": (barrier_reported, "Danke für Ihre Meldung"),
    "forged-form": (forged_form, "Hier dürfen Sie nicht weiter"),
    "wrong-answer": (wrong_answer, "Diese Anfrage können wir nicht lesen"),
    "too-large": (barrier_with_endless_text, "Das ist zu viel auf einmal"),
    "unknown-link": (unknown_link, "Diese Seite gibt es nicht"),
    "only-for-forms": (address_only_for_forms, "So lässt sich diese Adresse nicht aufrufen"),
    "deleted": (deleted, "Der Check ist gelöscht"),
    "menu": (menu, "Wo steht Ihr Betrieb?"),
    "locked-out": (locked_out, "Bitte einen Moment Geduld"),
    "styleguide": (styleguide, "Bausteine und Zustände"),
}
