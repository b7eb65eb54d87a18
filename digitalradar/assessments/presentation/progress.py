"""The folding rule above the questions: progress as progress, never as a score."""

from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import override

from ..open_run import OpenRun
from ..queries import questionnaire
from ..questionnaire import Questionnaire
from .fixed_parts import foreign_language

PLACE_OF_TOKEN = "0" * 24  # stands in the remembered drawing where each run has its own secret

Ticks = tuple[tuple[int, int], ...]


def progress(opened: OpenRun) -> list[dict[str, Any]]:
    """Return one part per dimension with its ticks, for the component ``folding_rule``."""
    return _parts(opened.questionnaire, opened.token, None, _ticks(opened))


def rule_html(opened: OpenRun, current: str | None = None) -> SafeString:
    """Return the finished folding rule; remembered, because most visitors meet the same few states."""
    drawn = _rule(opened.run.catalogue_version_id, opened.language, current, _ticks(opened))
    return mark_safe(drawn.replace(PLACE_OF_TOKEN, opened.token))  # noqa: S308 -- a token holds no markup


def _ticks(opened: OpenRun) -> Ticks:
    """Return answered and asked questions of each dimension."""
    return tuple((sum(map(opened.has_answer, ids)), len(ids)) for ids in opened.visible_by_dimension.values())


@lru_cache(maxsize=2000)
def _rule(version_id: int, language: str, current: str | None, ticks: Ticks) -> SafeString:
    texts = questionnaire(version_id, language)
    foreign = foreign_language(texts, language)
    with override(language):
        context = {
            "parts": _parts(texts, PLACE_OF_TOKEN, current, ticks),
            "lang": format_html(' lang="{}"', foreign) if foreign else "",
        }
        return render_to_string("core/components/folding_rule.html", context)


def _parts(texts: Questionnaire, token: str, current: str | None, ticks: Ticks) -> list[dict[str, Any]]:
    return [
        {
            "number": number,
            "title": dimension["title"],
            "url": reverse("assessments:section", kwargs={"token": token, "dimension": dimension["id"]}),
            "state": "current" if dimension["id"] == current else "done" if done == asked else "open",
            "ticks_done": done,
            "ticks_total": asked,
        }
        for number, (dimension, (done, asked)) in enumerate(zip(texts.dimensions, ticks, strict=True), start=1)
    ]
