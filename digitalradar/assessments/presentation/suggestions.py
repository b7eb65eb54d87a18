"""Answers of another run of the same person, suggested until they are confirmed (scoring.md, sections 16 and 17)."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ..answers import scored_answers
from ..models import Assessment
from ..open_run import OpenRun
from ..queries import questionnaire, scoring_catalogue
from ..questionnaire import Questionnaire
from ..scoring import prefill, repeat, visible_questions
from .options import answer_text

SHORT_CHECK, LAST_TIME, MAIN_CHECK = "short_check", "last_time", "main_check"


@dataclass(frozen=True)
class Suggestion:
    """An answer to confirm: a stage or a word of its question's kind, and the source that decides its wording."""

    value: int | str
    source: str


def suggestions(opened: OpenRun) -> dict[str, Suggestion]:
    """Return what the run this one continues suggests, by question."""
    origin = opened.run.origin if opened.run.origin_id else None
    if origin is None or origin.is_expired:
        return {}
    before, here = questionnaire(origin.catalogue_version_id, "de").data["family"], opened.questionnaire.data["family"]
    source = LAST_TIME if before == here else BETWEEN_FAMILIES.get((before, here))
    if source is None:
        return {}
    return {key: Suggestion(value, source) for key, value in FINDERS[source](opened, origin).items()}


def suggestion_sentence(texts: Questionnaire, question_id: str, sector: str, suggestion: Suggestion) -> str:
    """Return the sentence beside a question: what was answered, where, and that it waits for confirmation."""
    words = answer_text(texts, question_id, suggestion.value, sector)
    return SENTENCES[suggestion.source](suggestion.value, words)


def _answers_of(run: Assessment) -> dict[str, dict]:
    return scored_answers(questionnaire(run.catalogue_version_id, "de"), run.answers, run.dimension_relevance)


def _carried_over(opened: OpenRun, origin: Assessment, operation: Callable) -> dict[str, int | str]:
    """Return what an operation of the engine takes over from one catalogue to the other."""
    found = operation(
        scoring_catalogue(origin.catalogue_version_id),
        scoring_catalogue(opened.run.catalogue_version_id),
        profile=origin.profile,
        answers=_answers_of(origin),
    )
    return {key: entry["suggested"] for key, entry in found["suggestions"].items()}


def _from_short_check(opened: OpenRun, short: Assessment) -> dict[str, int | str]:
    return _carried_over(opened, short, prefill)


def _from_last_time(opened: OpenRun, earlier: Assessment) -> dict[str, int | str]:
    return _carried_over(opened, earlier, repeat)


def _from_main_check(opened: OpenRun, main: Assessment) -> dict[str, int | str]:
    """A criterion of the index is suggested as met from a stage on that it names itself, and what it implies.

    The main check says with ``dii`` which of its questions stand behind which criterion.
    """
    answers = _answers_of(main)
    asked = visible_questions(scoring_catalogue(main.catalogue_version_id), main.profile, answers)
    stages: dict[int, int] = {}
    for question_id in asked:
        stage = answers.get(question_id, {}).get("value")
        if isinstance(stage, int):
            for number in questionnaire(main.catalogue_version_id, "de").question[question_id].get("dii", []):
                stages[number] = max(stage, stages.get(number, 0))
    met: set[str] = set()
    for question_id, question in opened.questionnaire.question.items():
        wanted = question.get("suggest_yes_from_stage")
        if wanted and any(stages.get(number, 0) >= wanted for number in question.get("dii", [])):
            met |= {question_id, *question.get("implies", [])}
    return dict.fromkeys(met, "yes")


def _short_check_sentence(value: int | str, words: str) -> str:
    return _(
        "Im Kurz-Check haben Sie Stufe %(suggestion)s angegeben: „%(suggestion_text)s“ "
        "Bitte bestätigen Sie hier, welcher Satz stimmt."
    ) % {"suggestion": value, "suggestion_text": words}


def _last_time_sentence(value: int | str, words: str) -> str:
    if isinstance(value, int):
        return _("Beim letzten Mal: Stufe %(stage)s, „%(words)s“ Bitte wählen Sie, welcher Satz heute stimmt.") % {
            "stage": value,
            "words": words,
        }
    return _("Beim letzten Mal: „%(words)s“. Bitte wählen Sie, was heute stimmt.") % {"words": words}


def _main_check_sentence(value: int | str, words: str) -> str:
    return _("Aus Ihrem Digital-Check: vermutlich %(answer)s. Es zählt erst, wenn Sie es hier bestätigen.") % {
        "answer": words.lower()
    }


# Families between which answers are carried; a run of the same family is the next one of the same person.
BETWEEN_FAMILIES = {("short", "main"): SHORT_CHECK, ("main", "dii"): MAIN_CHECK}
FINDERS: dict[str, Callable[[OpenRun, Assessment], dict[str, int | str]]] = {
    SHORT_CHECK: _from_short_check,
    MAIN_CHECK: _from_main_check,
    LAST_TIME: _from_last_time,
}
SENTENCES: dict[str, Callable[[int | str, str], str]] = {
    SHORT_CHECK: _short_check_sentence,
    MAIN_CHECK: _main_check_sentence,
    LAST_TIME: _last_time_sentence,
}
