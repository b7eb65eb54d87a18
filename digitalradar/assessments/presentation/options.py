"""The choices of a question as radio buttons show them."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from ..questionnaire import Questionnaire

RELEVANCE_LABELS = [
    ("0", gettext_lazy("unwichtig")),
    ("1", gettext_lazy("eher unwichtig")),
    ("2", gettext_lazy("wichtig")),
    ("3", gettext_lazy("sehr wichtig")),
]


def choices(questionnaire: Questionnaire, question_id: str, sector: str) -> list[dict[str, Any]]:
    """Return the scored choices of a question: value, text and, for stages, the stage number."""
    kind = questionnaire.question[question_id]["kind"]
    if kind == "yes_no":
        return [{"value": "yes", "text": pgettext("answer", "Ja")}, {"value": "no", "text": pgettext("answer", "Nein")}]
    if kind == "requirement":
        return [
            {"value": "met", "text": _("Ja, das trifft heute vollständig zu")},
            {"value": "unmet", "text": _("Nein oder nur teilweise")},
        ]
    anchors = questionnaire.anchors(question_id, sector)
    return [{"value": str(stage), "stage": stage, "text": text} for stage, text in enumerate(anchors, start=1)]


def extra_choices(questionnaire: Questionnaire, question_id: str) -> list[dict[str, Any]]:
    """Return „weiß ich nicht“ and, where the catalogue offers it, „trifft auf uns nicht zu“."""
    offered = [{"value": "unknown", "label": _("Weiß ich nicht")}]
    if questionnaire.question[question_id].get("na"):
        offered.append({"value": "na", "label": _("Trifft auf uns nicht zu")})
    return offered


def answer_text(questionnaire: Questionnaire, question_id: str, value: Any, sector: str) -> str:
    """Return a stored value in words; empty without one."""
    words = {choice["value"]: choice["text"] for choice in choices(questionnaire, question_id, sector)}
    words |= {choice["value"]: choice["label"] for choice in extra_choices(questionnaire, question_id)}
    return words.get(str(value), "")


def relevance_choices(chosen: str) -> list[dict[str, Any]]:
    """Return the four steps of importance for the component ``segmented``."""
    return [{"value": value, "label": label, "checked": value == chosen} for value, label in RELEVANCE_LABELS]
