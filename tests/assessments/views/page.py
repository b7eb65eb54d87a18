"""Read a page as a person or a browser does: its text, its form fields, its languages."""

from html.parser import HTMLParser
from typing import Any

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
UNSEEN = {"script", "style", "title", "desc"}
Attributes = dict[str, str]


class Page(HTMLParser):
    """A parsed answer of the test client.

    ``text`` is what can be read, with single blanks; ``elements`` are (tag, attributes, text inside, language).
    ``hidden``, ``radios``, ``boxes``, ``selects`` are the form controls by name; ``chosen`` what is chosen in them.
    """

    def __init__(self, answer: Any) -> None:
        super().__init__(convert_charrefs=True)
        self.answer = answer
        self.hidden: dict[str, str] = {}
        self.radios: dict[str, list[str]] = {}
        self.boxes: dict[str, str] = {}
        self.selects: dict[str, list[tuple[str, str]]] = {}
        self.chosen: dict[str, str] = {}
        self.elements: list[tuple[str, Attributes, str, str]] = []
        self._open: list[tuple[str, Attributes, list[str], str]] = []
        self._texts: list[str] = []
        self._spoken: dict[str, list[str]] = {}
        self._select = ""
        self.feed(answer.content.decode())
        self.close()
        self.text = normal("".join(self._texts))

    def all(self, tag: str, **wanted: str) -> list[tuple[Attributes, str]]:
        """Return attributes and text of the elements with this tag; ``class_="x"`` asks for one class among others."""
        return [
            (attributes, text)
            for name, attributes, text, _language in self.elements
            if name == tag and all(_has(attributes, key, value) for key, value in wanted.items())
        ]

    def text_in(self, language: str) -> str:
        """Return what a screen reader would read in this language."""
        return normal(" ".join(self._spoken.get(language, [])))

    def form_data(self, **changes: str) -> dict[str, str]:
        """Return what a browser would send for the page's fields, with ``changes`` chosen; None leaves a field out."""
        data = self.hidden | self.chosen | changes
        return {name: value for name, value in data.items() if value is not None}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        language = attributes.get("lang") or (self._open[-1][3] if self._open else "")
        if tag == "input":
            self._control(attributes)
        elif tag == "select":
            self._select = attributes["name"]
            self.selects[self._select] = []
            self.chosen[self._select] = ""
        elif tag == "option":
            self.selects[self._select].append((attributes.get("value", ""), ""))
            if "selected" in attributes:
                self.chosen[self._select] = attributes.get("value", "")
        if tag in VOID:
            self.elements.append((tag, attributes, "", language))
        else:
            self._open.append((tag, attributes, [], language))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            name, attributes, texts, language = self._open.pop()
            text = "".join(texts)
            self.elements.append((name, attributes, normal(text), language))
            if self._open:
                self._open[-1][2].append(text)
            if name == tag:
                return

    def handle_data(self, data: str) -> None:
        if not self._open:
            return
        self._open[-1][2].append(data)
        if self._open[-1][0] not in UNSEEN:
            self._texts.append(data)
            self._spoken.setdefault(self._open[-1][3], []).append(data)

    def _control(self, attributes: Attributes) -> None:
        kind, name, value = attributes.get("type", "text"), attributes.get("name", ""), attributes.get("value", "")
        if kind == "radio":
            self.radios.setdefault(name, []).append(value)
        elif kind == "checkbox":
            self.boxes[name] = value
        else:
            self.hidden[name] = value
        if kind in ("radio", "checkbox") and "checked" in attributes:
            self.chosen[name] = value


def normal(text: str) -> str:
    """Return the text with single blanks and without the signs that only forbid line breaks."""
    return " ".join(text.replace("\u2060", "").split())


def _has(attributes: Attributes, key: str, value: str) -> bool:
    if key == "class_":
        return value in attributes.get("class", "").split()
    return attributes.get(key.replace("_", "-")) == value
