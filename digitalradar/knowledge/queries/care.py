"""The library as its editors look after it: what is due, planned, and in work."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.contenttypes.models import ContentType
from django.utils.timezone import localtime
from wagtail.models import Revision, TaskState

from ..models import GuidePage, KnowledgePage, PracticeReportPage, TechnologyPage

KINDS = (GuidePage, TechnologyPage, PracticeReportPage)


@dataclass(frozen=True)
class Entry:
    """Something with a day: the review of a public page, or a planned publication (``is_publication``)."""

    day: date
    title: str
    page_id: int
    language: str
    responsible: str
    is_publication: bool = False


@dataclass(frozen=True)
class InWork:
    """A text in a workflow: which step it waits for, and since when."""

    title: str
    page_id: int
    step: str
    since: date


def public_pages() -> list[KnowledgePage]:
    """Return all public pages of the library with their language and who is responsible; one query per kind."""
    return [page for kind in KINDS for page in kind.objects.live().select_related("locale", "responsible")]


def entries(pages: Iterable[KnowledgePage]) -> list[Entry]:
    """Return the reviews of these pages and all planned publications, ordered by day."""
    found = [
        Entry(page.next_review, page.title, page.pk, page.locale.language_code, name_of(page.responsible))
        for page in pages
        if page.next_review
    ]
    return sorted([*found, *_planned()], key=lambda entry: (entry.day, entry.title))


def in_work() -> list[InWork]:
    """Return the texts of the library that wait in a workflow, the longest waiting first."""
    states = TaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS, revision__content_type__in=_content_types()
    ).select_related("revision", "task")
    return [
        InWork(
            state.revision.content["title"],
            int(state.revision.object_id),
            state.task.name,
            localtime(state.started_at).date(),
        )
        for state in states.order_by("started_at", "pk")
    ]


def name_of(user: object) -> str:
    """Return how staff call a user; empty for nobody."""
    return (user.get_full_name() or user.email) if user else ""


def week_of(day: date) -> tuple[date, date]:
    """Return Monday and Sunday of a day's week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def _planned() -> list[Entry]:
    revisions = Revision.objects.filter(approved_go_live_at__isnull=False, content_type__in=_content_types())
    pages = {page.pk: page for kind in KINDS for page in kind.objects.select_related("locale", "responsible")}
    return [
        Entry(
            localtime(revision.approved_go_live_at).date(),
            revision.content["title"],
            page.pk,
            page.locale.language_code,
            name_of(page.responsible),
            is_publication=True,
        )
        for revision in revisions
        if (page := pages.get(int(revision.object_id)))
    ]


def _content_types() -> list[ContentType]:
    return list(ContentType.objects.get_for_models(*KINDS).values())
