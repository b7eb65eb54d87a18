"""Load our page templates without the blanks that begin their lines: readers would only transfer them."""

import re
from pathlib import Path

from django.template import Origin
from django.template.loaders import app_directories

PACKAGE = Path(__file__).resolve().parents[1]
PAGES = (".html", ".svg")
INDENTATION = re.compile(r"\n[ \t]+")


class Loader(app_directories.Loader):
    """Templates of the apps; those of libraries stay as they are.

    Line breaks stay, so messages about errors name the right line. It happens once per template and process.
    """

    def get_contents(self, origin: Origin) -> str:
        contents = super().get_contents(origin)
        return INDENTATION.sub("\n", contents) if _is_page_of_ours(origin.name) else contents


def _is_page_of_ours(name: str) -> bool:
    return name.endswith(PAGES) and Path(name).is_relative_to(PACKAGE)
