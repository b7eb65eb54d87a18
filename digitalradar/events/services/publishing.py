"""Let everybody see a date, now or later, and throw away a draft."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from digitalradar.accounts.models import User
from digitalradar.core.errors import DomainError

from ..checks import check
from ..models import Occurrence
from .log import note
from .places import lock


class NotReady(DomainError):
    """Something that guests need is missing."""


@transaction.atomic
def publish(*, occurrence: Occurrence, at: datetime | None = None, by: User | None = None) -> Occurrence:
    """Publish a draft; with ``at`` in the future it appears then, read off the clock.

    A date that is published but not visible yet gets the new time.

    Raises:
        NotReady: it has begun, has nothing to book, or does not say where to go; the message says what to do.
        DomainError: it is visible already, cancelled or closed, or a check of its format says no.
    """
    locked = lock(occurrence.pk)
    if locked.is_public or locked.state not in (Occurrence.State.DRAFT, Occurrence.State.PUBLISHED):
        raise DomainError(_("Dieser Termin ist schon veröffentlicht, abgesagt oder abgeschlossen."))
    if missing := why_not_ready(locked):
        raise NotReady(missing)
    locked.state, locked.publish_at = Occurrence.State.PUBLISHED, max(at or now(), now())
    if locked.publish_at >= locked.starts_at:
        raise NotReady(_("Der Termin muss sichtbar werden, bevor er beginnt."))
    locked.save(update_fields=["state", "publish_at", "changed_at"])
    check(locked)
    note(locked, "occurrence.published", by=by, publish_at=locked.publish_at.isoformat())
    return locked


def why_not_ready(occurrence: Occurrence) -> str:
    """Say what a draft lacks before it can be published; empty if nothing."""
    if occurrence.has_begun:
        return _("Der Beginn liegt in der Vergangenheit. Bitte wählen Sie einen neuen Tag.")
    if not occurrence.summary:
        return _("Es fehlt noch der Text „Worum es geht“.")
    if occurrence.mode != Occurrence.Mode.ONLINE and occurrence.place_id is None:
        return _("Es fehlt noch der Ort, an dem Sie sich treffen.")
    if not occurrence.offers.exists():
        return _("Es gibt noch nichts zu buchen. Legen Sie unter „Plätze“ ein Angebot an.")
    return ""


@transaction.atomic
def delete_draft(*, occurrence: Occurrence) -> None:
    """Delete a draft for which nobody has signed up.

    Raises:
        DomainError: it was published, or somebody has signed up.
    """
    locked = lock(occurrence.pk)
    if locked.state != Occurrence.State.DRAFT or locked.registrations.exists():
        raise DomainError(_("Löschen lässt sich nur ein Entwurf ohne Anmeldungen. Andere Termine sagen Sie bitte ab."))
    locked.delete()
