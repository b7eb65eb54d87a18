"""The certificate of having been there."""

from django.utils.formats import date_format
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from digitalradar.core.errors import NotFound
from digitalradar.core.typst import Pdf
from digitalradar.core.typst.blocks import facts, text

from ..models import Registration
from ..models.booking import State
from .frame import paper, when, where


def certificate(registration: Registration, *, language: str = "de") -> Pdf:
    """Return the certificate of one registration, in the language of the request.

    Raises:
        NotFound: nobody of it is recorded as having been there.
    """
    if not has_certificate(registration):
        raise NotFound(_("Eine Bescheinigung gibt es, sobald Ihre Teilnahme erfasst ist."))
    occurrence, attendance = registration.occurrence, registration.attendance
    length = ngettext("%(count)s Minute", "%(count)s Minuten", attendance.minutes) % {"count": attendance.minutes}
    companions = ", ".join(line.strip() for line in registration.companions.splitlines() if line.strip())
    rows = [
        (_("Name"), {"bold": registration.name}),
        (_("Betrieb oder Einrichtung"), registration.organisation),
        (_("Begleitung"), companions if attendance.persons > 1 else ""),
        (_("Veranstaltung"), {"bold": occurrence.title}),
        (_("Format"), occurrence.format.title),
        (_("Wann"), when(occurrence)),
        (_("Wo"), where(occurrence)),
        (_("Dauer der Teilnahme"), length),
        (_("Inhalt"), occurrence.summary),
        (_("Veranstalter"), occurrence.host),
        (_("Ausgestellt am"), date_format(localtime(now()), "SHORT_DATE_FORMAT")),
        (_("Nummer"), f"{occurrence.pk}-{registration.code}"),
    ]
    said = text(_("Hiermit wird bestätigt, dass die genannte Person teilgenommen hat."), "lead")
    proof = text(_("Grundlage ist die Erfassung am Eingang. Die Bescheinigung gilt ohne Unterschrift."), "small")
    blocks = [said, facts(rows), proof]
    return paper(occurrence, _("Teilnahmebescheinigung"), occurrence.title, blocks, language=language)


def has_certificate(registration: Registration) -> bool:
    """Tell whether somebody of a registration was there: it is named, recorded and not taken back."""
    if not registration.occurrence.has_begun:
        return False
    attendance = getattr(registration, "attendance", None)
    if attendance is None or not attendance.persons or not registration.name:
        return False
    return registration.bookings.filter(state=State.ATTENDED).exists()
