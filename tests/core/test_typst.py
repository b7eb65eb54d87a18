"""The letters of documents: ours alone, renamed, and enough of them for every catalogue."""

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from digitalradar.core.typst import FOLDER, layout_digest
from digitalradar.core.typst.characters import known, writable

FONTS = sorted((FOLDER / "fonts").glob("*.ttf"))
CATALOGUES = Path(__file__).resolve().parents[2] / "digitalradar/assessments/catalogues"


@pytest.mark.parametrize("file", FONTS, ids=lambda file: file.stem)
def test_fonts_do_not_carry_a_reserved_name_and_are_static(file):
    font = TTFont(file)
    free_to_mention = {0, 13, 14}  # copyright and licence
    names = [str(name) for name in font["name"].names if name.nameID not in free_to_mention]
    assert [name for name in names if re.search("source|barlow", name, re.IGNORECASE)] == []
    assert "fvar" not in font
    assert font["OS/2"].fsType == 0, "embedding is allowed"


def test_list_of_characters_is_what_all_fonts_have():
    listed = (FOLDER / "fonts/characters.txt").read_text(encoding="utf-8")
    assert set(map(ord, listed)) == set.intersection(*(set(TTFont(file).getBestCmap()) for file in FONTS))


@pytest.mark.parametrize(
    "file", sorted(CATALOGUES.glob("*/*.yaml")), ids=lambda file: f"{file.parent.name}-{file.stem}"
)
def test_catalogues_need_no_other_character(file):
    assert set(file.read_text(encoding="utf-8")) - known() <= {"\r"}


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("Größe „gut“ – 2,7 × 4 = 10,8 €", "Größe „gut“ – 2,7 × 4 = 10,8 €"),
        ("Şule Łukaszewicz", "Şule Łukaszewicz"),
        ("u\u0308ber", "über"),
        ("Nguyễn", "Nguyen"),
        ("Київ 🚀", "???? ?"),
        ("null\x00 \u200eweg\u202e", "null weg"),
        ({"a": ["①", 1, None, True]}, {"a": ["1", 1, None, True]}),
    ],
)
def test_other_characters_are_replaced(given, written):
    assert writable(given) == written


def test_digest_follows_the_files(tmp_path):
    before = layout_digest(tmp_path)
    (tmp_path / "a.typ").write_text("x")
    between = layout_digest(tmp_path)
    (tmp_path / "a.typ").write_text("y")
    assert len({before, between, layout_digest(tmp_path)}) == 3
