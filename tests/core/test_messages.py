"""The English texts, and what German texts must not be called so that nobody else's translation replaces them.

Whether every text of the sources is in the catalogue is checked by scripts/messages.py, which needs gettext.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import django
import polib
import wagtail
from django.apps import apps
from django.utils.translation import gettext, ngettext, npgettext, override, pgettext

import digitalradar

CATALOGUE = Path(digitalradar.__file__).parent / "locale" / "en" / "LC_MESSAGES" / "django.po"
ENTRIES = list(polib.pofile(str(CATALOGUE)))
# What has to come through a translation unchanged: variables, entities, tags.
KEPT = re.compile(r"%\(\w+\)s|&\w+;|</?\w+[^>]*>")


def shown(entry: polib.POEntry) -> list[str]:
    """Return what the active language shows for a text, for one and for several."""
    if entry.msgid_plural and entry.msgctxt:
        return [npgettext(entry.msgctxt, entry.msgid, entry.msgid_plural, count) for count in (1, 2)]
    if entry.msgid_plural:
        return [ngettext(entry.msgid, entry.msgid_plural, count) for count in (1, 2)]
    return [pgettext(entry.msgctxt, entry.msgid) if entry.msgctxt else gettext(entry.msgid)]


def sources(entry: polib.POEntry) -> list[str]:
    return [entry.msgid, entry.msgid_plural] if entry.msgid_plural else [entry.msgid]


def translations(entry: polib.POEntry) -> list[str]:
    return [entry.msgstr_plural[index] for index in sorted(entry.msgstr_plural)] or [entry.msgstr]


def texts_of_others() -> Iterator[tuple[str | None, str]]:
    """Yield context and text of what Django, Wagtail and the like translate themselves."""
    folders = {Path(django.__file__).parent / "conf", Path(wagtail.__file__).parent}
    folders |= {Path(app.path) for app in apps.get_app_configs() if not app.name.startswith("digitalradar.")}
    for folder in folders:
        for file in folder.glob("locale/de/LC_MESSAGES/django.mo"):
            yield from ((entry.msgctxt, entry.msgid) for entry in polib.mofile(str(file)))


def test_german_pages_show_each_text_as_it_is_written():
    with override("de"):
        changed = {entry.msgid: shown(entry) for entry in ENTRIES if shown(entry) != sources(entry)}
    assert changed == {}  # word the text differently, or give it a context


def test_english_pages_show_the_translations():
    assert [entry.msgid for entry in ENTRIES if entry.fuzzy or not all(translations(entry))] == []
    with override("en"):
        changed = {entry.msgid: shown(entry) for entry in ENTRIES if shown(entry) != translations(entry)}
    assert changed == {}  # "make messages" compiles them


def test_translations_keep_variables_and_markup():
    lost = [
        (source, translation)
        for entry in ENTRIES
        for source, translation in zip(sources(entry), translations(entry), strict=True)
        if Counter(KEPT.findall(translation)) != Counter(KEPT.findall(source))
    ]
    assert lost == []


def test_english_texts_of_others_stay_as_they_are():
    others = set(texts_of_others())
    assert (None, "Home") in others
    changed = [
        entry.msgid for entry in ENTRIES if (entry.msgctxt, entry.msgid) in others and entry.msgstr != entry.msgid
    ]
    assert changed == []


def test_nothing_is_left_over_from_earlier_texts():
    assert [entry.msgid for entry in ENTRIES if entry.obsolete] == []
