"""Tab, Space, Enter and arrows, and whether one always sees where one is."""

from playwright.sync_api import Page

FOCUS = """selector => {
  const focused = document.activeElement;
  if (focused === document.body) return null;
  const label = focused.closest("label");
  const isMarked = [focused, label, focused.nextElementSibling].filter(Boolean).some(part => {
    const style = getComputedStyle(part);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
  });
  const area = label || focused;
  const isSeen = [...area.getClientRects()].some(box => {
    // A tall field may reach below the window: what counts is the part that one could see.
    const right = Math.min(box.right, innerWidth), bottom = Math.min(box.bottom, innerHeight);
    const hit = document.elementFromPoint((Math.max(box.left, 0) + right) / 2, (Math.max(box.top, 0) + bottom) / 2);
    return hit && (area.contains(hit) || hit.contains(area) && getComputedStyle(hit).position !== "sticky");
  });
  return { isMarked, isSeen, isWanted: focused.matches(selector), html: focused.outerHTML.slice(0, 160) };
}"""
STOPS = 90  # more than any of our pages has


def step(page: Page, key: str = "Tab", selector: str = "*") -> bool:
    """Press a key that moves the focus; return whether it arrived at ``selector``.

    Fails when the focused element has no visible mark (WCAG 2.4.7) or lies hidden below something (2.4.11).
    """
    page.keyboard.press(key)
    focus = page.evaluate(FOCUS, selector)
    if focus is None:
        return False
    assert focus["isMarked"], f"{page.url}: the focus does not show at {focus['html']}"
    assert focus["isSeen"], f"{page.url}: something covers {focus['html']}"
    return focus["isWanted"]


def go_to(page: Page, selector: str, key: str = "Tab") -> None:
    """Press Tab until the element is reached."""
    assert any(step(page, key, selector) for _stop in range(STOPS)), f"{page.url}: no way to {selector}"


def skip_to_content(page: Page) -> None:
    """Use the link that is the first on every page; the next Tab goes on in the content.

    After a form it need not be used again: browsers keep the place in the address, and begin there.
    """
    if page.url.endswith("#inhalt"):
        return
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.outerHTML.slice(0, 160)")
    assert 'href="#inhalt"' in first, f"{page.url}: the skip link should come first, not {first}"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhalt"


def pick(page: Page, name: str, position: int) -> None:
    """Go to a group of radio buttons and choose the one at this position, counted from 1."""
    go_to(page, f'[name="{name}"]')
    if position == 1:
        page.keyboard.press("Space")
    for _down in range(position - 1):
        page.keyboard.press("ArrowDown")


def press(page: Page, selector: str) -> None:
    """Go to a link or button, press Enter, and wait for the next page."""
    go_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")
