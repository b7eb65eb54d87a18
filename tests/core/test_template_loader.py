"""Our pages are sent without the blanks that make templates readable."""

import re
from pathlib import Path

import pytest
from django.template import Context, Engine, Origin
from django.template.loader import get_template

import digitalradar
from digitalradar.core.template_loader import Loader, packed

PACKAGE = Path(digitalradar.__file__).parent
UNTRIMMED = re.compile(r"{% blocktranslate (?!trimmed)[^%]*%}[^{]*\n")
WRITTEN = """<ul>
  {# a remark #}
  {% for item in items %}
    <li>
      {% if item %}{{ item }}
      {% else %}
        nothing
      {% endif %}
      <b>bold</b>
    </li>
  {% endfor %}
</ul>
"""


def source(name: str) -> str:
    return get_template(name).template.source


def shown(template: str) -> str:
    return Engine().from_string(template).render(Context({"items": ["one", "", "three"]}))


def test_lines_begin_without_blanks_and_silent_ones_are_gone():
    assert packed(WRITTEN) == (
        "<ul>\n{# a remark #}{% for item in items %}<li>\n{% if item %}{{ item }}\n"
        "{% else %}nothing\n{% endif %}<b>bold</b>\n</li>\n{% endfor %}</ul>\n"
    )


def test_what_is_shown_differs_in_nothing_but_the_number_of_blanks():
    assert re.sub(r"\s+", " ", shown(packed(WRITTEN))) == re.sub(r"\s+", " ", shown(WRITTEN))
    assert len(shown(packed(WRITTEN))) < len(shown(WRITTEN)) / 1.5


@pytest.mark.parametrize("line", ["{% include 'x' %}", "{% translate 'x' %}", "{{ x }}", "{% if x %}word{% endif %}"])
def test_line_breaks_after_something_shown_stay(line):
    assert packed(f"a\n  {line}\n  b") == f"a\n{line}\nb"


def test_the_first_line_keeps_its_break_for_words_around_an_include():
    assert packed("{# chip: label #}\n{% load i18n %}\n<span>") == "{# chip: label #}\n{% load i18n %}<span>"


def test_pages_of_ours_are_packed_unless_a_developer_reads_them(settings):
    written = (PACKAGE / "core/templates/core/base.html").read_text(encoding="utf-8")
    assert source("core/base.html") == packed(written)
    settings.DEBUG = True
    loader = get_template("core/base.html").template.engine.template_loaders[0].loaders[0]
    assert isinstance(loader, Loader)
    assert loader.get_contents(get_template("core/base.html").template.origin) == written


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
