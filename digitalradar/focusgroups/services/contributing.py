"""Tell something, decide who may read it, take it back. Only the author ever does (F-1)."""

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from digitalradar.core.errors import DomainError, NotFound
from digitalradar.events.models import Occurrence

from ..models import AnonymousVersion, Confidentiality, Contribution, Membership
from ..rules.anonymity import telling_words
from ..search_source import refresh_contribution
from .seats import locked

Level = Confidentiality


@transaction.atomic
def contribute(
    *,
    author: Membership,
    kind: str,
    text: str,
    confidentiality: str,
    session: Occurrence | None = None,
    public_name: str = "",
    anonymous_text: str = "",
) -> Contribution:
    """Add a contribution for those whom its author chose.

    Raises:
        NotFound: the author's membership was deleted meanwhile.
        DomainError: the author is no member, the session is missing or not the group's, or what everybody would read
            is missing or names somebody.
    """
    author = locked(author)
    if not author.is_seated:
        raise DomainError(_("Beiträge schreiben können nur Mitglieder der Gruppe."))
    if session is not None and session.series_id != author.group.series_id:
        raise DomainError(_("Diese Sitzung gehört nicht zur Gruppe."))
    if confidentiality == Level.SESSION:
        _check_session(session)
    contribution = Contribution(
        group=author.group,
        author=author,
        session=session,
        kind=kind,
        text=text.strip(),
        confidentiality=Level.GROUP,
        is_example=author.is_example,
    )
    return _released(contribution, confidentiality, public_name, anonymous_text)


@transaction.atomic
def set_confidentiality(
    *, author: Membership, contribution_id: int, confidentiality: str, public_name: str = "", anonymous_text: str = ""
) -> Contribution:
    """Let more or fewer people read a contribution; the author's act alone can do it.

    For „alle, aber ohne Namen“ a text of its own is needed, for „alle, mit Namen“ the name under which it stands.

    Raises:
        NotFound: there is no such contribution of this author.
        DomainError: it is withdrawn, or what everybody would read is missing or names somebody.
    """
    contribution = _own(author, contribution_id)
    if contribution.is_withdrawn:
        raise DomainError(_("Dieser Beitrag ist zurückgezogen. Schreiben Sie ihn bei Bedarf neu."))
    if confidentiality == Level.SESSION:
        _check_session(contribution.session)
    return _released(contribution, confidentiality, public_name, anonymous_text)


@transaction.atomic
def withdraw(*, author: Membership, contribution_id: int) -> Contribution:
    """Take a contribution back: from this commit on nobody but the author reads it, in no version; twice is once.

    Raises:
        NotFound: there is no such contribution of this author.
    """
    contribution = _own(author, contribution_id)
    if not contribution.is_withdrawn:
        contribution.withdrawn_at = now()
        contribution.save()
        AnonymousVersion.objects.filter(contribution=contribution).delete()
        refresh_contribution(contribution)
    return contribution


@transaction.atomic
def delete_contribution(*, author: Membership, contribution_id: int) -> None:
    """Delete a contribution for good.

    Raises:
        NotFound: there is no such contribution of this author.
    """
    withdraw(author=author, contribution_id=contribution_id).delete()


def _own(author: Membership, contribution_id: int) -> Contribution:
    """Lock a contribution of this author."""
    rows = Contribution.objects.select_for_update().filter(author=author, pk=contribution_id)
    contribution = rows.first()
    if contribution is None:
        raise NotFound(_("Diesen Beitrag gibt es nicht, oder er ist nicht von Ihnen."))
    return contribution


def _released(contribution: Contribution, level: str, public_name: str, anonymous_text: str) -> Contribution:
    """Store the level with what it needs; what it needs no longer goes."""
    is_public = level == Level.PUBLIC
    if is_public and not public_name.strip():
        raise DomainError(_("Schreiben Sie bitte, unter welchem Namen der Beitrag stehen soll."))
    if level == Level.ANONYMOUS:
        check_anonymous(contribution.author, anonymous_text)
    contribution.confidentiality = Level(level)
    contribution.public_name = public_name.strip() if is_public else ""
    contribution.public_since = (contribution.public_since or now()) if is_public else None
    contribution.save()
    # A new row each time: its key is new as well, so that nobody links it with an earlier version.
    AnonymousVersion.objects.filter(contribution=contribution).delete()
    if level == Level.ANONYMOUS:
        AnonymousVersion.objects.create(contribution=contribution, text=anonymous_text.strip())
    refresh_contribution(contribution)
    return contribution


def check_anonymous(author: Membership, text: str) -> None:
    """Refuse a text for everybody that is empty or names author, firm, address or date.

    Raises:
        DomainError: with the words that were found.
    """
    if not text.strip():
        raise DomainError(_("Schreiben Sie bitte die Fassung ohne Namen, die alle lesen dürfen."))
    if found := telling_words(text, [author.name, author.organisation, author.person.name, author.person.email]):
        raise DomainError(
            _("Die Fassung für alle verrät noch etwas über Sie: %(words)s. Bitte schreiben Sie sie um.")
            % {"words": ", ".join(found)}
        )


def _check_session(session: Occurrence | None) -> None:
    if session is None:
        raise DomainError(_("Wählen Sie bitte, in welcher Sitzung Sie das erzählt haben."))
