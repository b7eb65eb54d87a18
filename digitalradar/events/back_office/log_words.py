"""The log of a date in words. What no words are known for stands as it was written."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import LogEntry
from .log_details import details

WORDS = {
    "occurrence.created": gettext_lazy("Termin angelegt"),
    "occurrence.duplicated": gettext_lazy("Aus einem anderen Termin übernommen"),
    "occurrence.published": gettext_lazy("Veröffentlicht"),
    "occurrence.moved": gettext_lazy("Verschoben"),
    "occurrence.changed": gettext_lazy("Angaben geändert"),
    "occurrence.cancelled": gettext_lazy("Termin abgesagt"),
    "occurrence.closed": gettext_lazy("Abgeschlossen"),
    "occurrence.erased": gettext_lazy("Namen gelöscht, die Zeit dafür war um"),
    "desk.opened": gettext_lazy("Link zum Einchecken erstellt"),
    "desk.shut": gettext_lazy("Link zum Einchecken zurückgezogen"),
    "message.sent": gettext_lazy("Nachricht an Teilnehmende"),
    "people.exported": gettext_lazy("Liste der Teilnehmenden geladen"),
    "attendance.recorded": gettext_lazy("Gekommen"),
    "attendance.undone": gettext_lazy("Einchecken zurückgenommen"),
    "attendance.corrected": gettext_lazy("Teilnahme berichtigt"),
    "programme.changed": gettext_lazy("Programm bearbeitet"),
    "programme.released": gettext_lazy("Programm freigegeben"),
    "booking.session_cancelled": gettext_lazy("Platz entfallen: Der Programmpunkt fällt aus"),
    "minutes.approved": gettext_lazy("Protokoll genehmigt"),
    "offer.capacity_changed": gettext_lazy("Zahl der Plätze geändert"),
    "registration.requested": gettext_lazy("Angemeldet, Adresse noch nicht bestätigt"),
    "registration.confirmed": gettext_lazy("Adresse bestätigt"),
    "registration.confirmed_by_host": gettext_lazy("Für jemanden bestätigt"),
    "registration.entered": gettext_lazy("Von Hand eingetragen"),
    "registration.changed": gettext_lazy("Anmeldung geändert"),
    "registration.extended": gettext_lazy("Weiteres dazugebucht"),
    "registration.erased": gettext_lazy("Daten gelöscht"),
    "registration.link_sent": gettext_lazy("Link noch einmal gesendet"),
    "booking.cancelled": gettext_lazy("Buchung abgesagt"),
    "booking.promoted": gettext_lazy("Von der Warteliste nachgerückt"),
    "booking.passed_over": gettext_lazy("Auf der Warteliste übergangen"),
    "booking.preferred": gettext_lazy("Vorrang auf der Warteliste"),
    "booking.offered": gettext_lazy("Platz angeboten"),
    "booking.accepted": gettext_lazy("Angebotenen Platz angenommen"),
    "booking.declined": gettext_lazy("Angebotenen Platz abgelehnt"),
    "booking.offer_lapsed": gettext_lazy("Frist für den angebotenen Platz abgelaufen"),
    "booking.lapsed": gettext_lazy("Ohne Bestätigung verfallen"),
    "booking.walked_in": gettext_lazy("Ohne Anmeldung gekommen"),
    "booking.walk_in_admitted": gettext_lazy("Freigewordenen Platz bekommen"),
    "booking.part_refused": gettext_lazy("Ohne Platz am Termin kein Platz darin"),
    "booking.part_ended": gettext_lazy("Platz im Termin mit dem Termin selbst verfallen"),
    "booking.unclaimed": gettext_lazy("Platz verfallen, weil niemand kam"),
}


@dataclass(frozen=True)
class Told:
    """One line of the log."""

    at: datetime
    words: str
    details: str
    by: str


def told(entries: Iterable[LogEntry]) -> list[Told]:
    """Return entries in words, in their order."""
    return [_told(entry) for entry in entries]


def _told(entry: LogEntry) -> Told:
    parts = details(entry.detail)
    if entry.booking_number:
        parts.insert(0, _("Buchung %(number)s") % {"number": entry.booking_number})
    by = (entry.by.get_full_name() or entry.by.email) if entry.by else ""
    return Told(entry.at, str(WORDS.get(entry.action, entry.action)), ", ".join(parts), by)
