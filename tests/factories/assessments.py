"""Makes runs through the catalogues of the package.

The catalogues are read and checked once per test session. Their rows get fixed ids far above the usual ones: pages
remember catalogues by id, and what they remember stays right from test to test.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import override

from digitalradar.assessments.catalogue import canonical, digest, read_catalogue
from digitalradar.assessments.models import Assessment, CatalogueVersion, ShareLink
from digitalradar.assessments.queries import questionnaire
from digitalradar.assessments.questionnaire import Questionnaire
from digitalradar.assessments.services.answering import Changes, save_answers
from digitalradar.assessments.services.catalogues import SHIPPED
from digitalradar.assessments.services.runs import start_run
from digitalradar.assessments.tokens import hash_token
from tests.factories.answers import mixed_answers, mixed_relevance

INSTRUMENTS = ("digital-check", "kurz-check", "cyber-check", "ki-check", "dii")
FIRST_ID = 9001
MIDDLE = {"staged": 3, "yes_no": "yes", "requirement": "met"}


@lru_cache(maxsize=len(INSTRUMENTS))
def _content(catalogue: str) -> tuple[str, str, str, str]:
    data = read_catalogue(SHIPPED / catalogue).data
    return data["family"], data["version"], canonical(data).decode(), digest(data)


def shipped(catalogue: str = "digital-check") -> CatalogueVersion:
    """Return a catalogue of the package as the active version, made when it is missing."""
    family, version, content, checksum = _content(catalogue)
    made, _is_new = CatalogueVersion.objects.get_or_create(
        pk=FIRST_ID + INSTRUMENTS.index(catalogue),
        defaults={
            "catalogue": catalogue,
            "family": family,
            "version": version,
            "content": content,
            "digest": checksum,
            "is_active": True,
        },
    )
    return made


def all_shipped() -> None:
    """Make every catalogue of the package the active version."""
    for catalogue in INSTRUMENTS:
        shipped(catalogue)


@dataclass
class Run:
    """A run with its secret, and addresses of its pages."""

    row: Assessment
    token: str
    texts: Questionnaire = field(repr=False)

    def url(self, name: str = "run", language: str = "de", **kwargs: Any) -> str:
        """Return the address of one of its pages."""
        with override(language):
            return reverse(f"assessments:{name}", kwargs={"token": self.token, **kwargs})

    def stored(self) -> Assessment:
        """Return the run as the database holds it now."""
        return Assessment.objects.get(pk=self.row.pk)

    @property
    def shared_token(self) -> str:
        """Return the secret of the link that :func:`share` makes."""
        return self.token[::-1]


def make_run(catalogue: str = "digital-check", *, answers: dict[str, Any] | None = None, **profile: Any) -> Run:
    """Start a run; ``answers`` maps question ids to plain values."""
    version = shipped(catalogue)
    stored = {key: {"value": value} for key, value in (answers or {}).items()}
    row, token = start_run(version=version, profile=profile, answers=stored)
    return Run(row, token, questionnaire(version.pk, "de"))


def make_answered_run(catalogue: str = "digital-check", *, value: Any = None, **profile: Any) -> Run:
    """Start a run in which every question has the same answer: ``value``, or the middle one of its kind."""
    texts = questionnaire(shipped(catalogue).pk, "de")
    answers = {key: value or MIDDLE[question["kind"]] for key, question in texts.question.items()}
    run = make_run(catalogue, answers=answers, **profile)
    Assessment.objects.filter(pk=run.row.pk).update(answered_at=now())
    return run


def make_mixed_run(catalogue: str = "digital-check", *, targets: dict[str, int] | None = None, **profile: Any) -> Run:
    """Start a run with answers, relevances and targets that differ from question to question."""
    run = make_run(catalogue, **profile)
    changes = Changes(
        answers=mixed_answers(run.texts),
        dimension_relevance=mixed_relevance(run.texts) if run.texts.has_stages else {},
        targets=targets or {},
    )
    save_answers(run=run.stored(), changes=changes)
    return run


def share(run: Run) -> str:
    """Let others look at the result of a run with all answers; return the secret, the same for the same run."""
    ShareLink.objects.create(assessment=run.row, token_hash=hash_token(run.shared_token), with_answers=True)
    return run.shared_token
