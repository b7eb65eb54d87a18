"""Our pages are sent without the blanks that make templates readable."""

import re
from pathlib import Path

import pytest
from django.template import Origin
from django.template.loader import get_template

import digitalradar
from digitalradar.core.template_loader import Loader

PACKAGE = Path(digitalradar.__file__).parent
UNTRIMMED = re.compile(r"{% blocktranslate (?!trimmed)[^%]*%}[^{]*\n")


def source(name: str) -> str:
    return get_template(name).template.source


def test_lines_of_our_pages_begin_without_blanks_and_keep_their_numbers():
    loaded = source("core/base.html")
    written = (PACKAGE / "core/templates/core/base.html").read_text(encoding="utf-8")
    assert loaded.split("\n") == [line.lstrip() for line in written.split("\n")]


@pytest.mark.parametrize("name", ["wagtailadmin/base.html", "mail/frame.txt"])
def test_other_templates_stay_as_they_are(name):
    origin = Origin(get_template(name).origin.name)
    assert source(name) == Path(origin.name).read_text(encoding="utf-8")


def test_no_template_has_texts_that_the_blanks_belong_to():
    """A text over several lines is looked up with its blanks, unless it is trimmed; so is text in <pre>."""
    files = [file for file in PACKAGE.rglob("*.html") if "templates" in file.parts]
    assert files
    wrong = [str(file) for file in files if UNTRIMMED.search(file.read_text(encoding="utf-8"))]
    preformatted = [
        str(file) for file in files if re.search(r"<pre[^>]*>[^<]*\n[ \t]", file.read_text(encoding="utf-8"))
    ]
    assert (wrong, preformatted) == ([], [])


def test_loader_is_the_one_in_use():
    assert any(
        isinstance(loader, Loader)
        for loader in get_template("core/base.html").template.engine.template_loaders[0].loaders
    )
