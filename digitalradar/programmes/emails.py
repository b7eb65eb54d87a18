"""E-mails about programmes, one function each; all go through the outbox, each at most once per version."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from digitalradar.events.addresses import event_url
from digitalradar.events.calendar.attaching import News, calendar_files
from digitalradar.events.mail_parts import SignUpNow
from digitalradar.events.models import Occurrence, Registration
from digitalradar.events.services.links import personal_url
from digitalradar.mail import previews
from digitalradar.mail.models import Message
from digitalradar.mail.services import queue

from .change_words import same_time, sentences
from .models import ProgrammeVersion, Speaker
from .queries.overlaps import own_overlaps
from .rules.snapshots import Change


def programme_changed(registration: Registration, version: ProgrammeVersion, changes: Sequence[Change]) -> None:
    """Tell somebody what changed in the items that they booked or picked; their calendar learns of booked ones.

    Belongs after their seats have followed: it names those that are at the same time now.
    """
    current = SignUpNow.of(registration)
    person, key = current.registration.person, f"programmes.changed:{version.pk}:{registration.uid}"
    if person is None or registration.is_example or Message.objects.filter(dedupe_key=key).exists():
        return  # asked before the calendar message is counted
    keys = {change.entry.key for change in changes}
    booked = {
        uid.hex
        for uid in registration.bookings.filter(offer__programme_item__isnull=False).values_list(
            "offer__programme_item__uid", flat=True
        )
    }
    with override(registration.language):
        files = calendar_files(current.registration, current.bookings, News.CHANGE) if keys & booked else []
        overlaps = [same_time(one.title, other.title) for one, other in own_overlaps(registration)]
    _send(
        "programme_changed",
        to=person.email,
        language=registration.language,
        key=key,
        context=_about(version, changes, registration.language)
        | {"name": registration.name, "url": personal_url(registration), "overlaps": overlaps},
        occurrence=current.occurrence,
        files=files,
    )


def speaker_told(speaker: Speaker, version: ProgrammeVersion, changes: Sequence[Change]) -> None:
    """Tell a speaker what is new about the items in which they speak, with a link as soon as it leads somewhere."""
    occurrence = version.occurrence
    if not speaker.email or occurrence.is_example:
        return
    is_public = Occurrence.objects.public().filter(pk=occurrence.pk).exists()
    _send(
        "speaker_told",
        to=speaker.email,
        language=speaker.language,
        key=f"programmes.speaker:{version.pk}:{speaker.uid}",
        context=_about(version, changes, speaker.language)
        | {"name": speaker.name, "url": event_url(occurrence, speaker.language) if is_public else ""},
        occurrence=occurrence,
    )


def _about(version: ProgrammeVersion, changes: Sequence[Change], language: str) -> dict[str, Any]:
    occurrence = version.occurrence
    with override(language):
        lines = [line for change in changes for line in sentences(change, occurrence.zone)]
    return {
        "title": occurrence.title,
        "day": occurrence.local_start.replace(tzinfo=None),
        "lines": lines,
        "version": version.number,
        "note": version.note,
        "contact": occurrence.contact,
    }


def _send(
    name: str, *, to: str, language: str, key: str, context: dict[str, Any], occurrence: Occurrence, files: Any = ()
) -> None:
    queue(
        kind=f"programmes.{name}",
        to=to,
        language=language,
        template=f"programmes/mail/{name}",
        context=context,
        dedupe_key=key,
        attachments=files,
        reply_to=occurrence.contact.email if occurrence.contact else "",
    )


def register_previews() -> None:
    """Show the e-mails in the back office; called once at start."""
    example = {
        "name": "Eva Beispiel",
        "url": "https://example.org/termine/beispiel/",
        "title": "Jahresveranstaltung",
        "day": datetime(2027, 11, 4, 9),
        "lines": ["„Daten teilen“ hat einen neuen Raum: Saal 2, bisher Saal 1."],
        "overlaps": ["„Daten teilen“ und „Cobots“ sind zur selben Zeit."],
        "version": 3,
        "note": "Saal 1 wird umgebaut.",
        "contact": None,
    }
    labels = {
        "programme_changed": _("Programm: Änderung für Teilnehmende"),
        "speaker_told": _("Programm: Stand für Personen im Programm"),
    }
    for mail, label in labels.items():
        previews.register(f"programmes.{mail}", label=label, template=f"programmes/mail/{mail}", example=example.copy)
