"""A run together with the secret it was opened with: what every page of a run works on."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .answers import scored_answers
from .models import Assessment
from .queries import questionnaire, scoring_catalogue
from .questionnaire import Questionnaire
from .scoring import visible_questions
from .services.clocks import lifetime
from .services.contributions import may_contribute


class PageLinks(dict[str, str]):
    """Addresses of the pages of a run by name, found when a template asks for them."""

    def __init__(self, opened: "OpenRun") -> None:
        super().__init__()
        self._opened = opened

    def __missing__(self, name: str) -> str:
        self[name] = self._opened.url(name)
        return self[name]


@dataclass(frozen=True)
class OpenRun:
    """A run opened by its private link in one language.

    ``main_token`` is the secret of the run this one belongs to, if the device remembers that one.
    """

    run: Assessment
    token: str
    language: str
    main_token: str = ""

    @cached_property
    def questionnaire(self) -> Questionnaire:
        return questionnaire(self.run.catalogue_version_id, self.language)

    @cached_property
    def answers(self) -> dict[str, Any]:
        """The answers as the scoring engine takes them."""
        return scored_answers(self.questionnaire, self.run.answers, self.run.dimension_relevance)

    @cached_property
    def visible(self) -> list[str]:
        """Ids of the questions that are asked, in catalogue order."""
        return visible_questions(scoring_catalogue(self.run.catalogue_version_id), self.run.profile, self.answers)

    @cached_property
    def visible_by_dimension(self) -> dict[str, list[str]]:
        """The same, grouped; a dimension without visible questions has an empty list."""
        grouped: dict[str, list[str]] = {dimension["id"]: [] for dimension in self.questionnaire.dimensions}
        for question_id in self.visible:
            grouped[self.questionnaire.question[question_id]["dimension"]].append(question_id)
        return grouped

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Running number of each question that is asked."""
        return {question_id: number for number, question_id in enumerate(self.visible, start=1)}

    def has_answer(self, question_id: str) -> bool:
        return "value" in self.run.answers.get(question_id, {})

    def open_questions(self, dimension: str | None = None) -> list[str]:
        """Ids of questions that are asked and have no answer yet, of one dimension or of all."""
        asked = self.visible if dimension is None else self.visible_by_dimension[dimension]
        return [question_id for question_id in asked if not self.has_answer(question_id)]

    def url(self, name: str, **kwargs: Any) -> str:
        """Return the address of a page of this run."""
        return reverse(f"assessments:{name}", kwargs={"token": self.token, **kwargs})

    @property
    def main_result_url(self) -> str:
        """Return the address of the result this run belongs to; empty where only this run's link is known."""
        return reverse("assessments:result", kwargs={"token": self.main_token}) if self.main_token else ""

    @property
    def private_link(self) -> str:
        """Return the whole address that opens this run on any device."""
        return settings.PUBLIC_URL + self.url("run")

    @property
    def mail_link(self) -> str:
        """Return an address that opens the visitor's own mail program with the private link in it."""
        subject = _("Mein Digital-Check")
        return f"mailto:?subject={quote(subject)}&body={quote(self.private_link)}"

    @cached_property
    def earlier(self) -> Assessment | None:
        """The living run of the same family that this one repeats; None without one, or when it was deleted."""
        origin = self.run.origin if self.run.origin_id else None
        if origin is None or origin.is_expired:
            return None
        before = questionnaire(origin.catalogue_version_id, self.language)
        return origin if before.data["family"] == self.questionnaire.data["family"] else None

    @cached_property
    def links(self) -> PageLinks:
        return PageLinks(self)

    @property
    def may_contribute(self) -> bool:
        """Whether this run may be in the comparison inside the region."""
        return may_contribute(family=self.questionnaire.data["family"], role=self.run.role, is_test=self.run.is_test)

    @property
    def kept_text(self) -> str:
        """Say when an unvisited run is deleted."""
        if self.run.is_finished:
            months = settings.FINISHED_RUN_MONTHS
            text = ngettext(
                "Nach einem Monat ohne Besuch löschen wir sie.",
                "Nach %(months)s Monaten ohne Besuch löschen wir sie.",
                months,
            )
            return text % {"months": months}
        days = lifetime(is_finished=False).days
        text = ngettext(
            "Nach einem Tag ohne Besuch löschen wir sie.", "Nach %(days)s Tagen ohne Besuch löschen wir sie.", days
        )
        return text % {"days": days}
