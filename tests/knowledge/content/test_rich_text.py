"""Markdown and the rich text of Wagtail say the same, in both directions."""

import pytest
from hypothesis import given, settings

from digitalradar.knowledge.content.prose import write_prose
from digitalradar.knowledge.content.rich_text import NotWritable, from_rich_text, to_rich_text

from .test_prose import blocks

NUMBERS = {("leitfaden", "datensicherung"): 7, ("technologie", "qr-code"): 8}
NAMES = {number: f"{kind}:{identifier}" for (kind, identifier), number in NUMBERS.items()}


def there(markdown: str) -> str:
    return to_rich_text(markdown, lambda kind, identifier: NUMBERS.get((kind, identifier)))


def back(html: str) -> str:
    return from_rich_text(html, NAMES.get)


@settings(max_examples=200)
@given(blocks)
def test_there_and_back_gives_the_same_text(some):
    markdown = write_prose(some)
    assert back(there(markdown)) == markdown


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("Ein **fettes** Wort & mehr. [F-SEC-06]", "<p>Ein <b>fettes</b> Wort &amp; mehr. [F-SEC-06]</p>"),
        ("- a\n- b\n\n1. c", "<ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>"),
        ("[Plan](leitfaden:datensicherung)", '<p><a linktype="page" id="7">Plan</a></p>'),
        ("[**A** b](https://example.org/?a=1&b=2)", '<p><a href="https://example.org/?a=1&amp;b=2"><b>A</b> b</a></p>'),
        ("1 \\< 2", "<p>1 &lt; 2</p>"),
    ],
)
def test_rich_text_is_the_one_of_wagtail(markdown, html):
    assert there(markdown) == html
    assert back(html) == markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ('<p data-block-key="ab12">Ein <strong>fettes</strong> Wort</p>', "Ein **fettes** Wort"),
        ('<p><a id="7" linktype="page"><b>Plan</b></a></p>', "[**Plan**](leitfaden:datensicherung)"),
        ('<p><b><a id="7" linktype="page">Plan</a></b></p>', "[**Plan**](leitfaden:datensicherung)"),
        ("<p>a<br/>b</p><p></p><p> </p>", "a\n\nb"),
        ('<ul><li data-block-key="x">a<br/>b</li><li></li></ul>', "- a b"),
        ("<ul><li><p>a</p></li></ul>", "- a"),
        ("nackt<ul><li>a</li></ul>", "nackt\n\n- a"),
        ("<p>10&nbsp;Tage &quot;neu&quot; &#8211; ja</p>", '10\u00a0Tage "neu" – ja'),
        ('<p><a href="https://example.org/a_(b)">x</a></p>', "[x](https://example.org/a_%28b%29)"),
        ("<p><a>ohne</a> <b></b>Ziel</p>".replace("<a>", "<b>").replace("</a>", "</b>"), "**ohne** Ziel"),
        ("", ""),
    ],
)
def test_what_the_editor_of_wagtail_writes_is_read(html, markdown):
    assert back(html) == markdown


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<h2>a</h2>", "<h2>"),
        ("<p><i>a</i></p>", "<i>"),
        ('<embed embedtype="image" id="1"/>', "<embed>"),
        ('<p><a linktype="document" id="1">a</a></p>', "document"),
        ('<p><a linktype="page" id="99">a</a></p>', "Seite"),
        ('<p><a href="/check/">a</a></p>', "/check/"),
        ('<p><a href="leitfaden:datensicherung">a</a></p>', "leitfaden:datensicherung"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "Liste in einer Liste"),
    ],
)
def test_what_files_do_not_know_is_told(html, reason):
    with pytest.raises(NotWritable, match=reason):
        back(html)


def test_link_to_a_page_that_is_not_there_yet_becomes_words():
    assert there("Siehe [Plan](leitfaden:fehlt).") == "<p>Siehe Plan.</p>"
