"""Load our page templates without the blanks that make them readable: readers would only transfer them."""

import re
from pathlib import Path

from django.conf import settings
from django.template import Origin
from django.template.loaders import app_directories

PACKAGE = Path(__file__).resolve().parents[1]
PAGES = (".html", ".svg")
INDENTATION = re.compile(r"\n[ \t]+")
# Lines of tags that show nothing. The line break before them stays, so words beside them keep their blank.
SILENT_TAG = r"(?:{% *(?:if|elif|else|endif|for|empty|endfor|with|endwith|load)\b(?:(?!%}).)*%}|{#(?:(?!#}).)*#})"
SILENT_LINES = re.compile(rf"(?<=\n)(?:{SILENT_TAG}+\n)+")


class Loader(app_directories.Loader):
    """Templates of the apps; those of libraries stay as they are.

    It happens once per template and process. Developers get them as they are written, so that messages about errors
    name the right line.
    """

    def get_contents(self, origin: Origin) -> str:
        contents = super().get_contents(origin)
        return packed(contents) if _is_page_of_ours(origin.name) and not settings.DEBUG else contents


def packed(template: str) -> str:
    """Return a template that shows the same with fewer blanks between its tags."""
    return SILENT_LINES.sub(lambda lines: lines[0].replace("\n", ""), INDENTATION.sub("\n", template))


def _is_page_of_ours(name: str) -> bool:
    return name.endswith(PAGES) and Path(name).is_relative_to(PACKAGE)
