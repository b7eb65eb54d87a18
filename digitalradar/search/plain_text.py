"""Texts of pages without their markup, one passage a line."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from html import unescape
from typing import Any

from django.utils.html import strip_tags

BLOCK_END = re.compile(r"</(?:p|li|h\d)>|<br/?>")


def lines_of(html: str) -> list[str]:
    """Return the lines of a rich text."""
    plain = unescape(strip_tags(BLOCK_END.sub("\n", html)))
    return [line.strip() for line in plain.split("\n") if line.strip()]


@dataclass
class Texts:
    """What was collected of a page: ``headings`` and ``lines`` of running text."""

    heading_names: Collection[str] = ("title", "heading")
    left_out: Collection[str] = ()
    headings: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    def add_stream(self, blocks: list[dict[str, Any]]) -> None:
        """Collect the blocks of a stream as they are stored."""
        for block in blocks:
            self._add(block["type"], block["value"])

    def add_html(self, html: str) -> None:
        """Collect a rich text."""
        self.lines += lines_of(html)

    def _add(self, name: str, value: Any) -> None:
        if name in self.left_out:
            return
        if isinstance(value, dict):
            for key, one in value.items():
                self._add(key, one)
        elif isinstance(value, list):
            for one in value:
                self._add(name, one["value"] if isinstance(one, dict) and "value" in one else one)
        elif isinstance(value, str) and name in self.heading_names:
            self.headings.append(value)
        elif isinstance(value, str):
            self.add_html(value)
