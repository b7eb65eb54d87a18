"""Places in the starter texts that only the operator can fill in: "[Bitte ergänzen: …]"."""

import re

GAP = re.compile(r"\[(?:Bitte ergänzen|Please complete): [^\]]*\]")


def gaps(text: str) -> list[str]:
    """Return the open places of a text in their order."""
    return GAP.findall(text)


def marked(html: str) -> str:
    """Return the HTML with its open places in ``<mark>``, so that nobody overlooks them."""
    return GAP.sub(lambda gap: f"<mark>{gap[0]}</mark>", html)
