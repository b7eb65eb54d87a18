"""Reads a PDF the way programs for people do: its text through ToUnicode, its structure through the tags."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO

import pikepdf


@dataclass
class Element:
    """One element of the structure tree."""

    kind: str
    level: int
    object: pikepdf.Dictionary = field(repr=False)

    @property
    def alt(self) -> str:
        return str(self.object.get("/Alt", ""))

    @property
    def title(self) -> str:
        return str(self.object.get("/T", ""))

    @property
    def language(self) -> str:
        return str(self.object.get("/Lang", ""))

    @property
    def scopes(self) -> list[str]:
        attributes = self.object.get("/A", [])
        return [str(part["/Scope"]) for part in attributes if "/Scope" in part]


class Document:
    """An opened PDF."""

    def __init__(self, content: bytes) -> None:
        self.pdf = pikepdf.open(BytesIO(content))

    @cached_property
    def elements(self) -> list[Element]:
        """The structure tree in reading order."""
        found: list[Element] = []
        self._collect(self.pdf.Root.StructTreeRoot, 0, found)
        return found

    def _collect(self, node: object, level: int, found: list[Element]) -> None:
        if not isinstance(node, pikepdf.Dictionary):
            return
        if "/S" in node:
            found.append(Element(str(node["/S"]).removeprefix("/"), level, node))
        children = node.get("/K")
        for child in children if isinstance(children, pikepdf.Array) else [children]:
            self._collect(child, level + 1, found)

    def of_kind(self, *kinds: str) -> list[Element]:
        return [element for element in self.elements if element.kind in kinds]

    @cached_property
    def outline(self) -> dict[str, int]:
        """Headings of the first level with the number of the page they stand on, from 1."""
        pages = {page.objgen: number for number, page in enumerate(self.pdf.pages, start=1)}
        with self.pdf.open_outline() as outline:
            return {item.title: pages[self._page_of(item).objgen] for item in outline.root}

    def _page_of(self, item: pikepdf.OutlineItem) -> pikepdf.Object:
        target = item.destination or item.action.D
        if isinstance(target, pikepdf.String | pikepdf.Name):
            target = pikepdf.NameTree(self.pdf.Root.Names.Dests)[str(target)]
        if isinstance(target, pikepdf.Dictionary):
            target = target.D
        return target[0]

    @cached_property
    def texts(self) -> list[str]:
        """The text of each page."""
        return [_text(page.obj, page) for page in self.pdf.pages]

    def says(self, words: str) -> bool:
        """Whether some page shows these words, wherever its lines break."""
        return any(squeezed(words) in squeezed(text) for text in self.texts)

    def fonts(self) -> list[pikepdf.Dictionary]:
        """Every font of the file."""
        return [thing for thing in self.pdf.objects if isinstance(thing, pikepdf.Dictionary) and _is_font(thing)]


def squeezed(words: str) -> str:
    """Return the words without blanks, hyphens and invisible marks: lines may break and hyphenate anywhere."""
    return re.sub(r"[\s\u00a0\u00ad\u200b\u2060‐-]+", "", words)


def _is_font(thing: pikepdf.Dictionary) -> bool:
    return thing.get("/Type") == "/Font" and thing.get("/Subtype") == "/Type0"


def _text(holder: pikepdf.Object, stream: pikepdf.Object | pikepdf.Page) -> str:
    resources = holder.get("/Resources", {})
    letters = {name: _letters(font) for name, font in resources.get("/Font", {}).items()}
    known: dict[int, str] = {}
    text: list[str] = []
    for operands, operator in pikepdf.parse_content_stream(stream):
        match str(operator):
            case "Tf":
                known = letters.get(str(operands[0]), {})
            case "Tj" | "TJ":
                parts = operands[0] if str(operator) == "TJ" else [operands[0]]
                text += [_decoded(bytes(part), known) for part in parts if isinstance(part, pikepdf.String)]
            case "BT" | "Td" | "Tm":
                text.append(" ")
            case "Do":
                inner = resources["/XObject"][str(operands[0])]
                text += [_text(inner, inner)] if inner.get("/Subtype") == "/Form" else []
    return "".join(text)


def _decoded(codes: bytes, known: dict[int, str]) -> str:
    pairs = zip(codes[::2], codes[1::2], strict=True)
    return "".join(known.get(high << 8 | low, "\ufffd") for high, low in pairs)


def _letters(font: pikepdf.Object) -> dict[int, str]:
    """Read a ToUnicode map: code to text."""
    table = font["/ToUnicode"].read_bytes().decode("ascii")
    known: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            known[int(code, 16)] = _unicode(text)
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            for step, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                known[code] = chr(ord(_unicode(text)) + step)
    return known


def _unicode(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be")
