"""The check in forced colours, on paper, and over a thin line."""

import re
import urllib.request

import pytest
from playwright.sync_api import Page, expect

from . import journey
from .conftest import OpenPage
from .keyboard import go_to
from .portal import Portal
from .visitor import Visitor, sample_answers

MOST_REQUESTS = 8
LARGEST_SCRIPT = 2048  # bytes, compressed
PAGE_OF_PDF = re.compile(rb"/Type\s*/Page\b")


@pytest.fixture(scope="module")
def result(portal: Portal) -> str:
    """A run with a result; its path."""
    return Visitor(portal.address).finish("digital-check", sample_answers("digital-check"), size="10-49")


def test_forced_colours_show_focus_and_choice(open_page: OpenPage):
    page = open_page(forced_colors="active")
    journey.begin(page, "digital-check")
    go_to(page, '[name="value.strategie.ziel"]')
    page.keyboard.press("ArrowDown")
    assert mark_inside(page, "value.strategie.ziel", 2) not in {"", mark_inside(page, "value.strategie.ziel", 3)}
    assert border(page, "value.strategie.ziel", 3) != "none", "a button that is not chosen is seen, too"
    go_to(page, '[name="dimension_relevance"]')
    page.keyboard.press("ArrowDown")
    chosen, other = (words_of(page, "dimension_relevance", value) for value in (1, 2))
    assert chosen != other, "joined buttons tell the chosen one by its ground"


def mark_inside(page: Page, name: str, value: int) -> str:
    """Return the colour of the dot inside a radio button, empty without a dot."""
    dot = (
        "part => [getComputedStyle(part, '::before')].map(dot => dot.content === 'none' ? '' : dot.backgroundColor)[0]"
    )
    return journey.field(page, name, value).evaluate(dot)


def border(page: Page, name: str, value: int) -> str:
    return journey.field(page, name, value).evaluate("part => getComputedStyle(part).borderTopStyle")


def words_of(page: Page, name: str, value: int) -> str:
    """Return the ground on which the words of a joined button stand."""
    ground = "part => getComputedStyle(part.nextElementSibling).backgroundColor"
    return journey.field(page, name, value).evaluate(ground)


def test_result_on_paper_has_everything_but_the_frame(open_page: OpenPage, result: str):
    page = open_page()
    page.goto(f"{result}ergebnis/")
    page.emulate_media(media="print")
    for gone in ("banner", "navigation", "contentinfo", "button"):
        assert page.get_by_role(gone).filter(visible=True).count() == 0, f"{gone} is printed"
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("img", name="Radar der Themen")).to_be_visible()
    assert page.locator("#schritte li ol li").filter(visible=True).count() >= 9, "key steps of three measures"
    expect(page.get_by_role("heading", name="Thema für Thema")).to_be_visible()
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.startswith(b"%PDF")
    assert 2 <= len(PAGE_OF_PDF.findall(printed)) <= 12


def test_answers_can_be_printed(open_page: OpenPage, result: str):
    page = open_page()
    page.goto(f"{result}antworten/")
    page.emulate_media(media="print")
    assert page.get_by_role("row").filter(visible=True).count() >= 45


@pytest.mark.parametrize(
    "path", ["/", "{result}thema/strategie/", "{result}ergebnis/"], ids=["home", "section", "result"]
)
def test_page_needs_few_requests(open_page: OpenPage, result: str, path: str):
    page = open_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.format(result=result), wait_until="networkidle")
    assert len(asked) <= MOST_REQUESTS, "\n".join(asked)


def test_script_of_the_check_is_small(portal: Portal, result: str):
    with urllib.request.urlopen(f"{portal.address}{result}thema/strategie/") as page:
        scripts = re.findall(r'<script src="([^"]+)"', page.read().decode())
    assert len(scripts) == 1
    request = urllib.request.Request(portal.address + scripts[0], headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request) as script:
        assert script.headers["Content-Encoding"] == "gzip"
        assert len(script.read()) <= LARGEST_SCRIPT
