"""Everything that is stored about a registration, for its owner (X19)."""

from datetime import datetime
from typing import Any

from ..models import Attendance, Registration
from ..queries.personal import bookings_of

PLAIN = (
    *("name", "organisation", "language", "party_size", "companions", "access_needs", "food_needs"),
    *("consent_version", "source", "code"),
)
MOMENTS = ("photo_consent_at", "listing_consent_at", "confirmed_at", "created_at")


def own_data(registration: Registration) -> dict[str, Any]:
    """Return it as data; times carry their offset. What the receipts of feedback hide stays hidden."""
    occurrence = registration.occurrence
    questions = {str(question.pk): question.text for question in occurrence.questions.all()}
    attendance = Attendance.objects.filter(registration=registration).first()
    return {
        "event": {"title": occurrence.title, "slug": occurrence.slug, "starts_at": occurrence.local_start.isoformat()},
        "email": registration.person.email if registration.person else "",
        **{name: getattr(registration, name) for name in PLAIN},
        **{name: _moment(getattr(registration, name)) for name in MOMENTS},
        "answers": [{"question": questions.get(pk, ""), "answer": text} for pk, text in registration.answers.items()],
        "bookings": [
            {
                "offer": booking.offer.title,
                "party_size": booking.party_size,
                "state": booking.state,
                "on_waiting_list_since": _moment(booking.joined_at),
                "changed_at": _moment(booking.changed_at),
            }
            for booking in bookings_of(registration)
        ],
        "attendance": _attendance(attendance),
    }


def _attendance(attendance: Attendance | None) -> dict[str, Any] | None:
    if attendance is None:
        return None
    return {
        "arrived_at": _moment(attendance.arrived_at),
        "minutes": attendance.minutes,
        "persons": attendance.persons,
        "way": attendance.way,
    }


def _moment(value: datetime | None) -> str | None:
    return value.isoformat() if value else None
