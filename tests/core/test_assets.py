"""Style sheet, fonts, icons and the rules every template keeps."""

import re
import sys
from pathlib import Path

import brotli
import pytest
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "digitalradar"
STATIC = PACKAGE / "core/static/core"
TEMPLATES = sorted(PACKAGE.glob("*/templates/**/*.html"))
# Programs for mail fetch no style sheet: the frame of all mails brings its own along.
FRAME_OF_MAILS = PACKAGE / "mail/templates/mail/frame.html"
SYMBOLS = set(re.findall(r'<symbol id="([^"]+)"', (STATIC / "icons.svg").read_text()))

sys.path.insert(0, str(ROOT / "scripts"))

import build_css  # noqa: E402 -- scripts are no package
import build_icons  # noqa: E402
import build_third_party  # noqa: E402


def compressed(path: Path) -> int:
    return len(brotli.compress(path.read_bytes()))


def test_style_sheet_is_up_to_date():
    assert build_css.TARGET.read_text() == build_css.build()
    assert build_css.EVENTS_TARGET.read_text() == build_css.build_events()


def test_minifier_keeps_strings_and_sums():
    source = '/* why */\n.a > .b :focus {\n  content: ": ;  x";\n  width: calc(1px + 2px);\n}\n'
    assert build_css.minify(source) == '.a>.b :focus{content:": ;  x";width:calc(1px + 2px)}\n'


def test_assets_of_a_page_stay_within_their_budget():
    fonts = [STATIC / f"fonts/digitalradar-{part}.woff2" for part in ("heading", "text")]
    assert compressed(STATIC / "digitalradar.css") < 10_000
    assert compressed(build_css.EVENTS_TARGET) < 4_000
    assert compressed(STATIC / "icons.svg") < 2_500
    assert sum(font.stat().st_size for font in fonts) < 30_000


@pytest.mark.parametrize("part", ["heading", "text", "text-ext"])
def test_fonts_do_not_carry_a_reserved_name(part):
    names = TTFont(STATIC / f"fonts/digitalradar-{part}.woff2")["name"].names
    free_to_mention = {0, 13, 14}  # copyright and licence
    assert [str(n) for n in names if n.nameID not in free_to_mention and re.search("source|barlow", str(n), re.I)] == []


def test_fonts_hold_german_and_the_letters_of_names():
    german = set(map(ord, "ÄÖÜäöüß„“‚‘–…§€·×−\u00a0\u00ad"))
    for part in ("heading", "text"):
        assert german <= set(TTFont(STATIC / f"fonts/digitalradar-{part}.woff2").getBestCmap())
    assert set(map(ord, "éñøı")) <= set(TTFont(STATIC / "fonts/digitalradar-text.woff2").getBestCmap())
    assert set(map(ord, "İşŁłčžă")) <= set(TTFont(STATIC / "fonts/digitalradar-text-ext.woff2").getBestCmap())


def test_sprite_holds_what_the_script_lists():
    drawn = {"mark", *(f"stage-{stage}" for stage in range(1, 6))}
    assert set(build_icons.TABLER) | drawn == SYMBOLS


def test_every_icon_named_in_a_template_exists():
    named = {name for file in TEMPLATES for name in re.findall(r'{% icon "([^"]+)"', file.read_text())}
    assert named - SYMBOLS == set()


def test_templates_have_no_inline_style_and_no_inline_script():
    pages = [file for file in TEMPLATES if file != FRAME_OF_MAILS]
    forbidden = re.compile(r"\sstyle=|<style|\son[a-z]+=\"|<script(?![^>]*\bsrc=)")
    assert [str(file.relative_to(ROOT)) for file in pages if forbidden.search(file.read_text())] == []


def test_component_begins_with_the_list_of_its_variables():
    files = [file for file in TEMPLATES if file.parent.name == "components"]
    assert len(files) > 15
    for file in files:
        first_line = re.sub(r"{% comment %}\s*", "{# ", file.read_text())
        assert re.match(rf"{{# {file.stem}\b.*:", first_line), file.name


def test_third_party_page_has_the_checksum_of_each_file_and_each_package():
    page = build_third_party.TARGET.read_text()
    assert [file.path for file in build_third_party.VENDORED if file.row not in page] == []
    assert [name for name, version in build_third_party.pinned().items() if f"| {name} | {version} |" not in page] == []
