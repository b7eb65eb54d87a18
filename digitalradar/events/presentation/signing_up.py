"""Whether somebody can sign up now, said in a sentence with the next thing to do."""

from collections.abc import Collection
from dataclasses import dataclass

from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _

from ..models import Occurrence, Offer
from ..rules.places import Shown
from .times import moment

OPEN = (Shown.FREE, Shown.FEW, Shown.WAITING)


@dataclass(frozen=True)
class SignUpState:
    """``shown`` is the best that can be said of the places; None where it is not places that decide.

    ``closes`` says until when, if that is before the beginning.
    """

    shown: Shown | None
    title: str
    sentence: str
    closes: str = ""
    url: str = ""
    button: str = ""

    @property
    def is_open(self) -> bool:
        return self.shown in OPEN


def sign_up_state(occurrence: Occurrence, shown: Shown | None) -> SignUpState:
    """Return what holds now for a date whose offers, if it has some, are ``shown`` at best."""
    if state := _past_or_cancelled(occurrence):
        return state
    if shown is None:
        return SignUpState(None, _("Ohne Anmeldung"), _("Für diesen Termin müssen Sie sich nicht anmelden."))
    offers = list(occurrence.offers.all())
    return _open(shown, occurrence, offers) if shown in OPEN else _shut(shown, occurrence, offers)


def _past_or_cancelled(occurrence: Occurrence) -> SignUpState | None:
    if occurrence.state == Occurrence.State.CANCELLED:
        return SignUpState(
            None, _("Abgesagt"), _("Dieser Termin findet nicht statt. Vielleicht passt ein anderer für Sie.")
        )
    if occurrence.is_over or occurrence.state == Occurrence.State.CLOSED:
        return SignUpState(None, _("Vorbei"), _("Dieser Termin ist vorbei. Vielleicht passt ein kommender für Sie."))
    if occurrence.has_begun:
        return SignUpState(
            None, _("Hat begonnen"), _("Dieser Termin hat schon begonnen. Anmelden kann man sich nicht mehr.")
        )
    return None


def _open(shown: Shown, occurrence: Occurrence, offers: Collection[Offer]) -> SignUpState:
    url = reverse("events:sign_up", args=[occurrence.slug])
    if shown == Shown.WAITING:
        return SignUpState(
            shown,
            _("Alle Plätze sind vergeben"),
            _("Sie können sich auf die Warteliste setzen lassen. Wird ein Platz frei, schreiben wir Ihnen."),
            _closes(occurrence, offers),
            url,
            _("Auf die Warteliste"),
        )
    title = _("Es sind Plätze frei") if shown == Shown.FREE else _("Es sind nur noch wenige Plätze frei")
    sentence = _("Sie brauchen kein Konto. Absagen können Sie jederzeit über den Link in Ihrer E-Mail.")
    return SignUpState(shown, title, sentence, _closes(occurrence, offers), url, _("Anmelden"))


def _shut(shown: Shown, occurrence: Occurrence, offers: Collection[Offer]) -> SignUpState:
    if shown == Shown.NOT_YET:
        opens = min((offer.opens_at for offer in offers if offer.opens_at and offer.opens_at > now()), default=None)
        sentence = (
            _("Die Anmeldung öffnet am %(moment)s.") % {"moment": moment(opens, occurrence)}
            if opens
            else _("Die Anmeldung ist noch nicht offen.")
        )
        return SignUpState(shown, _("Noch nicht offen"), sentence)
    if shown == Shown.FULL:
        return SignUpState(
            shown, _("Ausgebucht"), _("Alle Plätze sind vergeben, und eine Warteliste gibt es für diesen Termin nicht.")
        )
    return SignUpState(shown, _("Anmeldung geschlossen"), _("Die Anmeldung zu diesem Termin ist geschlossen."))


def _closes(occurrence: Occurrence, offers: Collection[Offer]) -> str:
    """Say until when, where that is earlier than the beginning."""
    ends = [offer.closes_at or occurrence.starts_at for offer in offers]
    last = max(ends)
    if last >= occurrence.starts_at:
        return ""
    return _("Anmelden können Sie sich bis zum %(moment)s.") % {"moment": moment(last, occurrence)}
