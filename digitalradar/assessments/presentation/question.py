"""One question as HTML: rendered once without an answer and remembered, then marked with the stored answer.

It depends only on a catalogue version, which never changes. Rendering five questions from templates costs more than
everything else on the page; putting marks into the finished text costs next to nothing.
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
from .suggestions import Suggestion, suggestion_sentence

REMEMBERED = 2000  # about 5 kB each, so at most some 10 MB in a worker
NO_ANSWER = "||"
EXTRAS = '<details class="question-extras">'


def question_html(opened: OpenRun, question_id: str, suggestion: Suggestion | None) -> SafeString:
    """Return the question with the stored answer chosen; without one, ``suggestion`` stands beside it."""
    question = opened.questionnaire.question[question_id]
    sector = opened.run.sector if opened.run.sector in question.get("variants", {}) else ""
    stored = opened.run.answers.get(question_id, {})
    blank = _blank(
        opened.run.catalogue_version_id,
        opened.language,
        question_id,
        (opened.numbers[question_id], len(opened.visible)),
        sector,
        suggestion if "value" not in stored else None,
    )
    return _marked(blank, question_id, state_text(stored)) if stored else blank


@lru_cache(maxsize=REMEMBERED)
def _blank(
    version_id: int, language: str, question_id: str, place: tuple[int, int], sector: str, suggestion: Suggestion | None
) -> SafeString:
    texts = questionnaire(version_id, language)
    question = texts.question[question_id]
    # All in one language: a German question below /en/ has German choices, and says so.
    with override(texts.text_language):
        context = {
            "question": question,
            "text_language": foreign_language(texts, language),
            "number": place[0],
            "total": place[1],
            "state": NO_ANSWER,
            "choices": choices(texts, question_id, sector),
            "extra_choices": extra_choices(texts, question_id),
            "relevance_choices": _relevance_choices() if question["kind"] == "staged" else [],
            "suggestion": suggestion_sentence(texts, question_id, sector, suggestion) if suggestion else "",
        }
        return mark_safe(render_to_string("assessments/includes/question.html", context))  # noqa: S308 -- our own template


def _relevance_choices() -> list[dict[str, Any]]:
    return [{"value": "", "label": _("wie beim Thema"), "checked": True}, *relevance_choices("")]


def _marked(blank: SafeString, question_id: str, state: str) -> SafeString:
    value, relevance, planned = state.split("|")
    html = _replaced(
        blank, f'name="was.{question_id}" value="{NO_ANSWER}"', f'name="was.{question_id}" value="{state}"'
    )
    if relevance:
        default = f'name="relevance.{question_id}" value=""'
        html = _replaced(html, f"{default} checked", default)
    for name, chosen in (("value", value), ("relevance", relevance), ("planned", planned)):
        if chosen:
            control = f'name="{name}.{question_id}" value="{chosen}"'
            html = _replaced(html, control, f"{control} checked")
    if relevance or planned:
        html = _replaced(html, EXTRAS, EXTRAS.replace(">", " open>"))
    return mark_safe(html)  # noqa: S308 -- ids and values are those of the catalogue


def _replaced(html: str, old: str, new: str) -> str:
    if html.count(old) != 1:
        raise ValueError(f"The template of a question has to hold {old} once.")
    return html.replace(old, new)
