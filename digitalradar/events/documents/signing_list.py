"""The list that lies at the door, with room to sign."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from digitalradar.core.typst import Pdf
from digitalradar.core.typst.blocks import Block, column, facts, table, text

from ..models import Occurrence
from ..queries.overview import Participant, participants_of
from .frame import paper, when, where

BLANK_LINES = 5
NOTHING = "\u200b"  # keeps the height of a line: two of them are enough to sign in
BLANK = [NOTHING, {"br": True}, NOTHING]


def signing_list(occurrence: Occurrence, *, language: str = "de") -> Pdf:
    """Return the list of those who have a place, by name, with blank lines for others who come."""
    coming = sorted((row for row in participants_of(occurrence) if row.is_coming), key=_by_name)
    lines = [_line(number, row) for number, row in enumerate(coming, start=1)]
    lines += [[str(number), BLANK, "", "", ""] for number in range(len(lines) + 1, len(lines) + 1 + BLANK_LINES)]
    head = [
        column(_("Nr."), "auto"),
        column(_("Name"), "2fr"),
        column(_("Betrieb oder Einrichtung"), "2fr"),
        column(_("Personen"), "auto"),
        column(_("Unterschrift"), "3fr"),
    ]
    persons = sum(row.registration.party_size for row in coming)
    count = ngettext("%(count)s Person hat einen Platz.", "%(count)s Personen haben einen Platz.", persons)
    purpose = _("Die Liste dient dem Nachweis der Teilnahme und wird danach verschlossen aufbewahrt.")
    blocks: list[Block] = [
        facts([(_("Wann"), when(occurrence)), (_("Wo"), where(occurrence)), (_("Veranstalter"), occurrence.host)]),
        table(head, lines),
        text(count % {"count": persons}),
        text(purpose, "small"),
    ]
    return paper(occurrence, occurrence.title, _("Teilnehmerliste"), blocks, language=language)


def _by_name(row: Participant) -> tuple[str, int]:
    words = row.registration.name.split()
    return (words[-1].casefold() if words else "", row.registration.pk)


def _line(number: int, row: Participant) -> list[Any]:
    one = row.registration
    companions = [line.strip() for line in one.companions.splitlines() if line.strip()]
    name: list[Any] = [one.name, {"br": True}, ", ".join(companions) or NOTHING]
    return [str(number), name, one.organisation, str(one.party_size), ""]
