"""Everything that is stored about a registration, for its owner (X19)."""

from datetime import datetime
from typing import Any

from digitalradar.mail.models import Message

from ..formats import more_own_data
from ..models import Attendance, Registration
from ..queries.personal import bookings_of

PLAIN = (
    *("name", "organisation", "language", "party_size", "companions", "access_needs", "food_needs"),
    *("consent_version", "source", "code"),
)
MOMENTS = (
    *("photo_consent_at", "listing_consent_at", "confirmed_at", "created_at"),
    *("reminded_for", "thanked_at", "asked_later_at"),
)


def own_data(registration: Registration) -> dict[str, Any]:
    """Return it as data; times carry their offset. What the receipts of feedback hide stays hidden."""
    occurrence = registration.occurrence
    questions = {str(question.pk): question.text for question in occurrence.questions.all()}
    attendance = Attendance.objects.filter(registration=registration).first()
    return {
        "event": {"title": occurrence.title, "slug": occurrence.slug, "starts_at": occurrence.local_start.isoformat()},
        "email": registration.person.email if registration.person else "",
        "email_verified_at": _moment(registration.person.verified_at) if registration.person else None,
        **{name: getattr(registration, name) for name in PLAIN},
        **{name: _moment(getattr(registration, name)) for name in MOMENTS},
        "answers": [{"question": questions.get(pk, ""), "answer": text} for pk, text in registration.answers.items()],
        "bookings": [
            {
                "offer": booking.offer.title,
                "party_size": booking.party_size,
                "state": booking.state,
                "on_waiting_list_since": _moment(booking.joined_at),
                "priority": booking.priority,
                "kept_until": _moment(booking.held_until),
                "offered_until": _moment(booking.offered_until),
                "from_reserved_places": booking.uses_reserved,
                "changed_at": _moment(booking.changed_at),
            }
            for booking in bookings_of(registration)
        ],
        "attendance": _attendance(attendance),
        "messages": _messages(registration),
        **more_own_data(registration),
    }


def _messages(registration: Registration) -> list[dict[str, Any]]:
    """Return what was written to them about it; the words are in their mailbox."""
    if registration.person is None:
        return []
    written = Message.objects.about(str(registration.uid), to=registration.person.email).order_by("created_at", "pk")
    return [
        {"subject": subject, "written_at": _moment(written_at), "sent_at": _moment(sent_at)}
        for subject, written_at, sent_at in written.values_list("subject", "created_at", "handed_over_at")
    ]


def _attendance(attendance: Attendance | None) -> dict[str, Any] | None:
    if attendance is None:
        return None
    return {
        "arrived_at": _moment(attendance.arrived_at),
        "minutes": attendance.minutes,
        "persons": attendance.persons,
        "way": attendance.way,
        "reason_of_correction": attendance.correction,
    }


def _moment(value: datetime | None) -> str | None:
    return value.isoformat() if value else None
