"""One question as HTML, remembered: it depends only on a catalogue version, which never changes, and on the answer.

Rendering five questions from templates costs more than everything else a page does; most answers repeat.
"""

from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import override

from ..forms.section import state_text
from ..open_run import OpenRun
from ..queries import questionnaire
from .fixed_parts import foreign_language
from .options import choices, extra_choices, relevance_choices

REMEMBERED = 3000  # about 5 kB each, so at most some 15 MB in a worker


def question_html(opened: OpenRun, question_id: str, suggestion: int | None) -> SafeString:
    """Return the question with the stored answer chosen; ``suggestion`` is a stage from the short check."""
    question = opened.questionnaire.question[question_id]
    sector = opened.run.sector if opened.run.sector in question.get("variants", {}) else ""
    stored = opened.run.answers.get(question_id, {})
    return _rendered(
        opened.run.catalogue_version_id,
        opened.language,
        question_id,
        (opened.numbers[question_id], len(opened.visible)),
        sector,
        state_text(stored),
        suggestion if "value" not in stored else None,
    )


@lru_cache(maxsize=REMEMBERED)
def _rendered(
    version_id: int,
    language: str,
    question_id: str,
    place: tuple[int, int],
    sector: str,
    state: str,
    suggestion: int | None,
) -> SafeString:
    texts = questionnaire(version_id, language)
    value, relevance, planned = state.split("|")
    question = texts.question[question_id]
    # All in one language: a German question below /en/ has German choices, and says so.
    with override(texts.text_language):
        context = {
            "question": question,
            "text_language": foreign_language(texts, language),
            "number": place[0],
            "total": place[1],
            "state": state,
            "choices": _marked(choices(texts, question_id, sector), value),
            "extra_choices": _marked(extra_choices(texts, question_id), value),
            "relevance": relevance,
            "relevance_choices": [
                {"value": "", "label": _("wie beim Thema"), "checked": not relevance},
                *relevance_choices(relevance),
            ]
            if question["kind"] == "staged"
            else [],
            "planned": planned,
            "suggestion": suggestion,
            "suggestion_text": texts.anchors(question_id, sector)[suggestion - 1] if suggestion else "",
        }
        return mark_safe(render_to_string("assessments/includes/question.html", context))  # noqa: S308 -- our own template


def _marked(offered: list[dict[str, Any]], value: str) -> list[dict[str, Any]]:
    return [{**choice, "checked": choice["value"] == value} for choice in offered]
