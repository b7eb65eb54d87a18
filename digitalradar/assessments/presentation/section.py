"""The page of one dimension."""

from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from ..models import Assessment
from ..open_run import OpenRun
from .fixed_parts import foreign_language, importance_html, stage_key_html
from .progress import rule_html
from .question import question_html
from .suggestions import suggestions


def section_page(opened: OpenRun, dimension_id: str) -> dict[str, Any]:
    """Return everything the template of a section shows."""
    texts = opened.questionnaire
    dimension = texts.dimension[dimension_id]
    ids = opened.visible_by_dimension[dimension_id]
    order = list(texts.dimension)
    place = order.index(dimension_id)
    suggested = suggestions(opened)
    relevance = opened.run.dimension_relevance.get(dimension_id)
    target = opened.run.targets.get(dimension_id)
    return {
        "opened": opened,
        "save_url": opened.url("save_one"),
        "save_text": saved_text(opened),
        "dimension": dimension,
        "number": place + 1,
        "total": len(order),
        "questions": [question_html(opened, question_id, suggested.get(question_id)) for question_id in ids],
        "rule": rule_html(opened, dimension_id),
        "previous": texts.dimension[order[place - 1]] if place else None,
        "following": texts.dimension[order[place + 1]] if place + 1 < len(order) else None,
        "open_count": len(opened.open_questions(dimension_id)),
        "importance": importance_html(texts, opened.language, dimension_id, relevance, target),
        "stage_key": stage_key_html(texts, opened.language),
        "state": dimension_state(opened.run, dimension_id),
        "text_language": foreign_language(texts, opened.language),
    }


def dimension_state(run: Assessment, dimension_id: str) -> str:
    """Return relevance and target of a dimension as the hidden field ``was`` carries them."""
    stored = (run.dimension_relevance.get(dimension_id), run.targets.get(dimension_id))
    return "|".join("" if value is None else str(value) for value in stored)


def saved_text(opened: OpenRun) -> str:
    """Say when the run was last saved; empty before the first answer."""
    if opened.run.answered_at is None:
        return ""
    return _("Gespeichert um %(time)s Uhr") % {"time": localtime(opened.run.answered_at).strftime("%H:%M")}
