"""One person who does the whole main check by its forms, without JavaScript."""

import random
from dataclasses import dataclass, field

from bench.forms import Form, form_to
from bench.http_client import Browser, Page

CATALOGUE = "digital-check"
START = f"/check/{CATALOGUE}/"
QUESTIONS = 45
MAX_SECTIONS = 20
STAGES = ("1", "2", "3", "4", "5")


@dataclass
class Run:
    """What a person chose, to be compared with what the portal says of it."""

    path: str = ""  # the private link
    profile: dict[str, str] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)  # question: value as the form sent it
    result: str = ""  # the result page


async def begin(browser: Browser, chance: random.Random) -> tuple[Run, Page]:
    """Open the start page, send a random profile, arrive at the first questions."""
    page = await browser.get(START)
    form = form_to(page.text, page.path, START)
    profile = {name: chance.choice([value for value in form.selects[name] if value]) for name in ("sector", "size")}
    page = await browser.post(form.action, form.fill(profile))
    return Run(path=run_path(page.path), profile=profile), page


def run_path(path: str) -> str:
    """Return the private link of a run from the address of one of its pages."""
    parts = path.split("/")
    return "/".join(parts[: parts.index("lauf") + 2]) + "/"


def choose(form: Form, chance: random.Random, *, unknown: float = 0.03) -> dict[str, str]:
    """Choose a stage for every question of a section, now and then „weiß ich nicht“."""
    chosen = {}
    for name, offered in form.radios.items():
        if name.startswith("value."):
            stages = [value for value in offered if value in STAGES]
            chosen[name] = "unknown" if chance.random() < unknown else chance.choice(stages)
    return chosen


async def answer_sections(browser: Browser, run: Run, page: Page, chance: random.Random) -> Page:
    """Answer section after section by „Weiter“ until a page without questions comes."""
    for _ in range(MAX_SECTIONS):
        if "/thema/" not in page.path:
            return page
        form = form_to(page.text, page.path, "/thema/")
        chosen = choose(form, chance)
        run.answers |= {name.removeprefix("value."): value for name, value in chosen.items()}
        page = await browser.post(form.action, form.fill(chosen, ("go", "next")))
    raise AssertionError(f"{run.path}: no end after {MAX_SECTIONS} sections")


async def complete(browser: Browser, chance: random.Random) -> Run:
    """Do the whole check up to the result page."""
    run, page = await begin(browser, chance)
    page = await answer_sections(browser, run, page, chance)
    form = form_to(page.text, page.path, "/ergebnis/")
    page = await browser.post(form.action, form.fill({}))
    if not page.path.endswith("/ergebnis/"):
        raise AssertionError(f"{run.path}: no result, but {page.path}")
    run.result = page.text
    return run


def step(method: str, path: str) -> str:
    """Name the step a request belongs to, without the secret in its address."""
    parts = [part for part in path.split("?")[0].split("/") if part]
    if "lauf" not in parts:
        return f"{method} start"
    return f"{method} {parts[3] if len(parts) > 3 else 'lauf'}"
