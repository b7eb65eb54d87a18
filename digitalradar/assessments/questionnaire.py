"""A catalogue version in one language, as pages read it."""

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any


@dataclass(frozen=True)
class Questionnaire:
    """Texts of one catalogue version in one language, with the look-ups pages need. Never changed."""

    version_id: int
    data: dict[str, Any] = field(repr=False)

    @property
    def id(self) -> str:
        return self.data["id"]

    @property
    def title(self) -> str:
        return self.data["title"]

    @property
    def text_language(self) -> str:
        return self.data["text_language"]

    @property
    def dimensions(self) -> list[dict[str, Any]]:
        return self.data["dimensions"]

    @cached_property
    def dimension(self) -> dict[str, dict[str, Any]]:
        return {dimension["id"]: dimension for dimension in self.dimensions}

    @cached_property
    def question(self) -> dict[str, dict[str, Any]]:
        """Questions by id, each with the id of its ``dimension`` and its ``kind`` written out."""
        return {
            question["id"]: {"kind": "staged", **question, "dimension": dimension["id"]}
            for dimension in self.dimensions
            for question in dimension["questions"]
        }

    @cached_property
    def measure(self) -> dict[str, dict[str, Any]]:
        return {measure["id"]: measure for measure in self.data.get("measures", [])}

    @cached_property
    def sectors(self) -> list[dict[str, str]]:
        return self.data.get("sectors", [])

    @cached_property
    def kinds(self) -> set[str]:
        return {question["kind"] for question in self.question.values()}

    @property
    def has_stages(self) -> bool:
        """Whether the result is told in five stages (main check, short check, AI check)."""
        return "staged" in self.kinds

    def stage_name(self, stage: int) -> str:
        return self.data["stages"][stage - 1]["name"]

    def anchors(self, question_id: str, sector: str) -> list[str]:
        """Return the five sentences of a staged question in the words of the sector."""
        question = self.question[question_id]
        return question.get("variants", {}).get(sector) or question["stages"]
