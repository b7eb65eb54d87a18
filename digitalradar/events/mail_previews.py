"""The e-mails about dates with made-up values, for the back office."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from digitalradar.mail import previews

from .mail_parts import BookedPlace, DateFacts

STATION = BookedPlace("Station 2: Kamera-Prüfung", datetime(2027, 11, 21, 14, 30), datetime(2027, 11, 21, 14, 50))
DATE = DateFacts(
    title="Tech-Tasting: Bildverarbeitung",
    kind="Tech-Tasting",
    starts=datetime(2027, 11, 21, 14),
    ends=datetime(2027, 11, 21, 16, 30),
    place="Bildungszentrum Musterstadt, Musterweg 1, 12345 Musterstadt",
    room="Halle 2",
    directions="Bus 3 bis „Berufsschule“, Eingang am Hof.",
    bring_along="Ein Teil, das Sie prüfen lassen möchten.",
    party_size=2,
    code="K7PM3X",
    confirmed=[STATION],
)
ASKED = replace(DATE, confirmed=(), code="", directions="", bring_along="")
WAITS = replace(ASKED, waiting=[STATION])
LATER = datetime(2027, 11, 19, 9, 30)


@dataclass(frozen=True)
class Contact:
    """Somebody who is asked."""

    name: str = "Eva Beispiel"
    email: str = "beispiel@example.org"
    phone: str = ""


@dataclass(frozen=True)
class Slides:
    """Something to read afterwards."""

    title: str = "Folien: Prüfen mit der Kamera"
    author: str = "Eva Beispiel"


def register() -> None:
    """Show the e-mails in the back office; called once at start."""
    for name, (label, more) in EXAMPLES.items():
        previews.register(
            f"events.{name}", label=label, template=f"events/mail/{name}", example=_example({**FRAME, **more})
        )


def _example(values: Mapping[str, Any]) -> Callable[[], Mapping[str, Any]]:
    return lambda: values


FRAME: Mapping[str, Any] = {
    "name": "Eva Beispiel",
    "date": DATE,
    "url": "https://example.org/termine/anmeldung/beispiel/",
    "cannot_come_url": "https://example.org/termine/anmeldung/beispiel/absagen/",
    "contact": Contact(),
    "booked": STATION,
}
EXAMPLES: Mapping[str, tuple[str | Promise, Mapping[str, Any]]] = {
    "confirm_address": (_("Anmeldung: Adresse bestätigen"), {"date": ASKED, "name": "", "held_until": LATER}),
    "already_registered": (_("Anmeldung: schon angemeldet"), {"name": "", "is_confirmed": True}),
    "registered": (_("Anmeldung: Platz bestätigt"), {}),
    "waiting": (_("Anmeldung: Warteliste"), {"date": WAITS}),
    "promoted": (_("Anmeldung: nachgerückt"), {}),
    "place_offered": (_("Anmeldung: freier Platz mit Frist"), {"date": ASKED, "until": LATER}),
    "offer_lapsed": (_("Anmeldung: Frist abgelaufen"), {"date": ASKED}),
    "cancelled": (_("Anmeldung: abgesagt"), {"date": ASKED, "had_place": True}),
    "changed": (_("Anmeldung: geändert"), {}),
    "occurrence_moved": (_("Termin: verlegt"), {"before": LATER}),
    "occurrence_cancelled": (_("Termin: fällt aus"), {"reason": "Die Referentin ist krank."}),
    "reminder": (_("Termin: Erinnerung"), {}),
    "afterwards": (_("Termin: danke, Material und Rückmeldung"), {"date": ASKED, "materials": [Slides()]}),
    "follow_up": (_("Termin: Frage nach Monaten"), {"date": ASKED}),
    "host_message": (
        _("Termin: Nachricht der Veranstalter"),
        {"host_subject": "Bitte den Hintereingang nehmen", "text": "Vor dem Haus wird gebaut.\n\nBis bald!"},
    ),
}
