"""The accessibility scan finds what it has to find."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from .guard import COLOURS, axe_script, begin_scan, end_scan

PAGE = """<!doctype html><html lang="de"><title>Probe der Farben</title><main style="background: #fff">
<h1 style="color: #000">Überschrift</h1><p style="color: {faint}; opacity: {opacity}">Blasser Satz.</p>
<p style="color: {faint}; background: rgba(0, 0, 0, .9)">Der gleiche Ton auf dunklem Grund.</p></main></html>"""
SPELLINGS = [
    "#fff",
    "rgb(12, 34, 56)",
    "rgba(12, 34, 56, 0.5)",
    "color(srgb 1.2 -0.1 0.4 / 0.3)",
    "oklch(60% 0.1 200)",
    "rgba(0, 0, 0, 0)",
]
READ = """spellings => spellings.map(text => [1, 2].map(() => {
  const read = new axe.commons.color.Color().parseString(text);
  return [read.r, read.g, read.b, read.red, read.green, read.blue, read.alpha];
}))"""


def faults(page: Page) -> list[str]:
    begin_scan(page)
    page.evaluate("window.scan")
    begin_scan(page, rules=COLOURS)
    return [fault.split(" ")[0] for fault in end_scan(page)]


def test_faint_text_is_found(browser):
    page = browser.new_page()
    page.set_content(PAGE.format(faint="#bbb", opacity=1))
    assert faults(page) == ["color-contrast"]
    page.set_content(PAGE.format(faint="#737373", opacity=1).replace("rgba(0, 0, 0, .9)", "#fff"))
    assert faults(page) == []
    page.set_content(PAGE.format(faint="#737373", opacity=0.5).replace("rgba(0, 0, 0, .9)", "#fff"))
    assert faults(page) == ["color-contrast"]
    page.close()


def test_remembered_colours_are_those_that_axe_reads(browser):
    page = browser.new_page()
    page.evaluate(Axe().axe_script)
    wanted = page.evaluate(READ, SPELLINGS)
    page.reload()
    page.evaluate(axe_script())
    assert page.evaluate(READ, SPELLINGS) == wanted
    page.close()
