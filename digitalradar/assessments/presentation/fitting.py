"""Which guides fit a result, and why: in the words of the result, without calculating anything anew."""

from collections.abc import Iterator
from typing import Any

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ..questionnaire import Questionnaire
from .options import RELEVANCE_LABELS
from .result import result_kind
from .spoken import sentence, spoken

MOST = 12  # what fits is a choice: the first measures of a result, not all that would lift something
IMPORTANT = 2  # on the scale of relevance from 0 to 3


def fitting_guides(texts: Questionnaire, inputs: dict[str, Any], outcome: dict[str, Any]) -> dict[str, SafeString]:
    """Return reasons by identifier of the guides that fit, the best first; none for the Digital Intensity Index."""
    kind = result_kind(texts)
    if kind == "staged":
        found = {item["id"]: _of_measure(texts, inputs, outcome, item["id"]) for item in outcome["measures"][:MOST]}
    elif kind == "cyber":
        found = _of_requirements(texts, outcome["order"])
    else:
        found = {}
    return {key: reasons for key, reasons in found.items() if reasons}


def _of_measure(texts: Questionnaire, inputs: dict[str, Any], outcome: dict[str, Any], measure_id: str) -> SafeString:
    return _joined(_reasons(texts, inputs, outcome, measure_id))


def _reasons(
    texts: Questionnaire, inputs: dict[str, Any], outcome: dict[str, Any], measure_id: str
) -> Iterator[SafeString | str]:
    """Yield the own answer that the measure improves, how important that is, and what else waits for it."""
    answered = _improved(inputs, texts.measure[measure_id])
    if answered:
        question_id, answer = answered
        yield _own_answer(texts, question_id, answer["value"], inputs)
        relevance = answer.get("relevance")
        if relevance is not None and relevance >= IMPORTANT:
            yield _("Das Thema ist Ihnen %(relevance)s.") % {"relevance": dict(RELEVANCE_LABELS)[str(relevance)]}
        return
    listed = [item["id"] for item in outcome["measures"]]
    waiting = [key for key in listed if measure_id in texts.measure[key]["requires"]]
    if waiting:
        yield sentence(_("Nötig für: %(titles)s."), titles=spoken(texts, texts.measure[waiting[0]]["title"]))


def _improved(inputs: dict[str, Any], measure: dict[str, Any]) -> tuple[str, dict[str, Any]] | None:
    """Return the question that the measure lifts most, with its answer: the largest share, then the lowest stage."""
    answers = inputs["answers"]
    lifted = [
        (-float(lift["share"]), answers[lift["question"]]["value"], lift["question"])
        for lift in measure["lifts"]
        if isinstance(answers.get(lift["question"], {}).get("value"), int)
        and lift["from"] <= answers[lift["question"]]["value"] < lift["to"]
    ]
    if not lifted:
        return None
    question_id = min(lifted)[2]
    return question_id, answers[question_id]


def _own_answer(texts: Questionnaire, question_id: str, stage: int, inputs: dict[str, Any]) -> SafeString:
    answer = texts.anchors(question_id, inputs["profile"].get("sector", ""))[stage - 1]
    question = texts.question[question_id]["text"]
    return sentence(
        _("Bei „%(question)s“ stehen Sie auf Stufe %(stage)s: „%(answer)s“"),
        question=spoken(texts, question),
        stage=stage,
        answer=spoken(texts, answer),
    )


def _of_requirements(texts: Questionnaire, order: list[str]) -> dict[str, SafeString]:
    """Return the guides made for the requirements that are open, each with the first of them."""
    found: dict[str, SafeString] = {}
    for question_id in order:
        question = texts.question[question_id]
        for link in question.get("guides", []):
            if link["grade"] == 2:
                words = sentence(_("Noch offen: „%(question)s“"), question=spoken(texts, question["text"]))
                found.setdefault(link["slug"], words)
    return dict(list(found.items())[:MOST])


def _joined(reasons: Iterator[SafeString | str]) -> SafeString:
    return format_html_join(" ", "{}", ((reason,) for reason in reasons))
