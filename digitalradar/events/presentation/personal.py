"""The page behind a private link: what is booked, what it means, and what can be done next."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ..formats import bookings_part
from ..models import Booking, Occurrence, Registration
from ..models.booking import State
from ..queries.pages import released_materials
from ..services.following_up import FEEDBACK, FOLLOW_UP, may_answer
from ..services.links import personal_token
from ..services.waiting_list import position
from .event import material_row, notices
from .places import CANCELLED
from .rows import short
from .times import moment, span

CHIPS: dict[str, tuple[str, str]] = {
    State.REQUESTED: ("warn", "hourglass"),
    State.WAITING: ("warn", "hourglass"),
    State.OFFERED: ("rule", "flag"),
    State.CONFIRMED: ("ok", "circle-check"),
    State.ATTENDED: ("ok", "check"),
}
GONE = ("plain", "circle-minus")
HAVING = (State.CONFIRMED, State.ATTENDED)
CANCELLABLE = (State.REQUESTED, State.WAITING, State.OFFERED, State.CONFIRMED)


def personal_page(registration: Registration, bookings: Sequence[Booking], *, news: str = "") -> dict[str, Any]:
    """Return what the page shows; of an address that is not confirmed nothing that somebody may have typed.

    ``news`` is the word in the address for what was just done.
    """
    occurrence = registration.occurrence
    states = {booking.state for booking in bookings}
    has_place = bool(states & set(HAVING))
    takes_place = occurrence.state == Occurrence.State.PUBLISHED
    has_door = occurrence.mode != Occurrence.Mode.ONLINE
    rows = [_booking(booking) for booking in bookings]
    own_part = bookings_part(registration, rows)
    return {
        **short(occurrence),
        "registration": registration,
        "notices": notices(occurrence),
        "news": _news(news, states),
        "headline": _headline(occurrence, states),
        "needs_confirmation": State.REQUESTED in states and takes_place and not occurrence.has_begun,
        "bookings": rows,
        "bookings_template": own_part[0] if own_part else "events/includes/bookings.html",
        "bookings_content": own_part[1] if own_part else {},
        "has_place": has_place,
        "online_url": occurrence.online_url if has_place and takes_place else "",
        "materials": _materials(registration) if has_place else [],
        "check_in": _check_in(registration) if State.CONFIRMED in states and takes_place and has_door else None,
        "can_change": bool(states & set(CANCELLABLE)) and takes_place and not occurrence.has_begun,
        "can_return": not states & {*CANCELLABLE, *HAVING} and takes_place and not occurrence.has_begun,
        "asks_feedback": may_answer(registration, FEEDBACK),
        "asks_follow_up": may_answer(registration, FOLLOW_UP),
    }


def _news(word: str, states: set[str]) -> str:
    """Say what was done, as far as the bookings still agree: an address is easily kept or made up."""
    told = {
        "bestaetigt": _("Danke, Ihre Anmeldung ist bestätigt.") if states & {*HAVING, State.WAITING} else "",
        "angenommen": _("Sie haben den Platz angenommen.") if states & set(HAVING) else "",
        "abgelehnt": _("Sie haben den Platz abgelehnt. Er geht an die Nächsten auf der Warteliste."),
        "geaendert": _("Ihre Änderungen sind gespeichert."),
        "abgesagt": _("Ihre Absage ist angekommen. Danke, dass Sie Bescheid geben."),
        "rueckmeldung": _("Danke für Ihre Rückmeldung."),
    }
    return told.get(word, "")


def _headline(occurrence: Occurrence, states: set[str]) -> tuple[str, str]:
    """Return heading and sentence for the best that can be said of all bookings."""
    if occurrence.state == Occurrence.State.CANCELLED:
        return _("Dieser Termin fällt aus"), _("Ihre Anmeldung ist damit erledigt. Sie brauchen nichts zu tun.")
    if State.OFFERED in states:
        sentence = _("Nehmen Sie ihn bis zur Frist an, sonst bekommt ihn die nächste Person.")
        return _("Ein Platz ist frei geworden"), sentence
    if State.REQUESTED in states:
        return _("Anmeldung bestätigen"), _("Erst mit Ihrer Bestätigung ist die Anmeldung gültig.")
    if State.ATTENDED in states:
        return _("Schön, dass Sie da waren"), _("Hier finden Sie Ihre Anmeldung und was danach kommt.")
    if occurrence.is_over:
        return _("Dieser Termin ist vorbei"), _("Hier finden Sie Ihre Anmeldung und was danach kommt.")
    if State.CONFIRMED in states and State.WAITING in states:
        return _("Sie sind angemeldet"), _("Einige Plätze haben Sie sicher, auf andere warten Sie noch.")
    if State.CONFIRMED in states:
        return _("Sie sind angemeldet"), _("Ihr Platz ist sicher. Alles dazu steht auf dieser Seite.")
    if State.WAITING in states:
        return _("Sie stehen auf der Warteliste"), _("Wird ein Platz frei, bekommen Sie sofort eine E-Mail.")
    return _("Sie sind nicht angemeldet"), _("Diese Anmeldung gilt nicht mehr.")


def _chip(booking: Booking) -> dict[str, Any]:
    if booking.offer.occurrence.state == Occurrence.State.CANCELLED and booking.state in CANCELLABLE:
        return CANCELLED
    kind, icon = CHIPS.get(booking.state, GONE)
    return {"kind": kind, "icon": icon, "label": booking.get_state_display()}


def _booking(booking: Booking) -> dict[str, Any]:
    offer, occurrence = booking.offer, booking.offer.occurrence
    return {
        "pk": booking.pk,
        "offer": booking.offer_id,
        "state": booking.state,
        "title": offer.title,
        "when": _offer_time(booking),
        "chip": _chip(booking),
        "position": position(booking) if booking.state == State.WAITING else 0,
        "until": moment(booking.offered_until, occurrence) if booking.state == State.OFFERED else "",
        "can_leave": booking.state in CANCELLABLE and not occurrence.has_begun,
    }


def _offer_time(booking: Booking) -> str:
    offer, zone = booking.offer, booking.offer.occurrence.zone
    if not offer.starts_at:
        return ""
    begin = offer.starts_at.astimezone(zone)
    if not offer.ends_at:
        return _("%(time)s Uhr") % {"time": date_format(begin, "H:i")}
    return span(begin, offer.ends_at.astimezone(zone))


def _materials(registration: Registration) -> list[dict[str, str]]:
    """Return what participants get; their files have addresses below the private link."""
    token = personal_token(registration)
    return [
        material_row(item, reverse("events:material", args=[token, item.pk]) if item.document else "")
        for item in released_materials(registration.occurrence, for_participants=True)
    ]


def _check_in(registration: Registration) -> dict[str, str]:
    """Return what is scanned or typed at the door."""
    return {
        "code": registration.code,
        "label": _("QR-Code zum Einchecken mit dem Code %(code)s") % {"code": " ".join(registration.code)},
        "picture": reverse("events:own_code", args=[personal_token(registration)]),
    }
