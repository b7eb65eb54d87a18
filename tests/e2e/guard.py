"""What no page may do, whatever is tested on it; and the accessibility scan."""

from functools import cache
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]  # what may differ between light and dark

# Wagtail saves a new page by itself while it is written, and answers 400 until the fields are filled that it needs.
ADDING = "/verwaltung/pages/add/"

# Axe reads the same few colours thousands of times on a page, a third of all its work; with this, each of them once.
REMEMBER_COLOURS = """;(() => {
  const colour = axe.commons.color.Color.prototype, parse = colour.parseString, known = new Map();
  colour.parseString = function (text) {
    if (!known.has(text)) {
      parse.call(this, text);
      known.set(text, [this.r, this.g, this.b, this.alpha]);
    }
    [this.r, this.g, this.b, this.alpha] = known.get(text);
    return this;
  };
})();"""


class Guard:
    """Listens to a browser context: no foreign host, no script error, no broken file, no violated policy."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.host = urlsplit(address).netloc
        self.complaints: list[str] = []
        context.on("request", self._request)
        context.on("response", self._response)
        context.on("console", self._console)
        context.on("weberror", lambda error: self.complaints.append(f"script error: {error.error}"))

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https"} and parts.netloc != self.host:
            self.complaints.append(f"request to another host: {request.url}")

    def _response(self, response: Response) -> None:
        """A page may answer 404 on purpose; a file it asks for may not."""
        if response.status == 400 and ADDING in response.url:
            return
        if response.status >= 400 and not response.request.is_navigation_request():
            self.complaints.append(f"{response.status} for {response.url}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith("Failed to load resource"):
            self.complaints.append(f"console: {message.text}")

    def check(self) -> None:
        """Fail with everything that was heard since the last time."""
        heard, self.complaints = self.complaints, []
        assert not heard, "\n".join(heard)


def assert_accessible(page: Page, *, within: str = "html") -> None:
    """Scan the page with axe (WCAG 2.2 A and AA, best practice); fail with one line per finding and element.

    ``within`` names what is ours: in the back office the frame around it is Wagtail's.
    """
    begin_scan(page, within=within)
    found = end_scan(page)
    assert not found, f"{page.url}\n" + "\n".join(found)


def begin_scan(page: Page, *, rules: list[str] | None = None, within: str = "html") -> None:
    """Let axe begin with all its rules, or some; meanwhile another page may begin, too, in a process of its own."""
    if rules is None:
        page.evaluate(axe_script())
    chosen = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}
    options: dict[str, Any] = {"runOnly": chosen, "resultTypes": ["violations"]}
    page.evaluate("([within, options]) => { window.scan = axe.run(within, options); }", [within, options])


@cache
def axe_script() -> str:
    """Return axe, which remembers colours."""
    return Axe().axe_script + REMEMBER_COLOURS


def end_scan(page: Page) -> list[str]:
    """Wait for axe; return one line per finding and element."""
    return [
        f"{violation['id']} ({violation['impact']}): {violation['help']}\n    {node['target']}  {node['html'][:200]}"
        for violation in page.evaluate("window.scan.then(found => found.violations)")
        for node in violation["nodes"]
    ]
