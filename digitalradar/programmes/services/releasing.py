"""Release the working version: from then on everybody sees it."""

from collections.abc import Sequence
from http import HTTPStatus

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from digitalradar.accounts.models import User
from digitalradar.core.errors import DomainError
from digitalradar.core.page_cache import forget
from digitalradar.events.cache_tags import event_tag
from digitalradar.events.models import Occurrence
from digitalradar.events.services.log import note as note_in_log
from digitalradar.events.services.places import lock

from ..conflict_words import sentence
from ..models import ProgrammeVersion
from ..queries.programme import conflicts_of, entries_of, latest_version, working_items
from ..rules.conflicts import Finding, blocks_release
from ..rules.snapshots import compare, counted, read, write
from . import seats
from .telling import affected_people, affected_speakers, tell


class NotReleasable(DomainError):
    """Something collides (E-2); the message names every item, ``findings`` are the reasons."""

    status = HTTPStatus.CONFLICT

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = findings
        super().__init__(" ".join(sentence(finding) for finding in findings))


@transaction.atomic
def release(*, occurrence: Occurrence, note: str = "", by: User | None = None) -> ProgrammeVersion:
    """Release what is ready and return the new version, numbered without gaps under the lock of the date (E-1).

    Side effects: seats to book follow the items; whoever speaks in, booked or picked something that changed gets one
    mail (E-3); kept pages are made anew; an entry in the log.

    Raises:
        NotReleasable: items collide (E-2).
        DomainError: the date is over or called off, nothing is ready or nothing has changed, or seats that people
            have booked would go.
    """
    date = lock(occurrence.pk)
    if date.state not in (Occurrence.State.DRAFT, Occurrence.State.PUBLISHED) or date.is_over:
        raise DomainError(_("Der Termin ist vorbei oder abgesagt. Sein Programm bleibt, wie es ist."))
    items = working_items(date)
    if findings := blocks_release(conflicts_of(date, items, all_states=False)):
        raise NotReleasable(findings)
    latest = latest_version(date)
    before = read(latest.data) if latest else []
    after = counted(before, entries_of(items, {entry.key for entry in before}))
    data = write(after, (date.starts_at, date.ends_at))
    if not any(not entry.is_cancelled for entry in after) and not before:
        raise DomainError(_("Es gibt noch keinen Programmpunkt, der steht."))
    if latest and data == latest.data:
        raise DomainError(_("Seit der letzten Freigabe hat sich nichts geändert."))
    changes = compare(before, after)
    people, speakers = affected_people(date, changes), affected_speakers(date, changes)
    seats.follow(date, items, by=by)
    version = ProgrammeVersion.objects.create(
        occurrence=date, number=latest.number + 1 if latest else 1, released_at=now(), by=by, note=note, data=data
    )
    tell(version, people, speakers)
    note_in_log(date, "programme.released", by=by, version=version.number, changes=len(changes))
    forget(event_tag(date.pk))
    return version
