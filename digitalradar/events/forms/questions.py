"""The questions of one date as fields of its form; answers are kept under the ids of the questions."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import Question

LONGEST_ANSWER = 600
YES, NO = "ja", "nein"
NEEDED = _("Bitte beantworten Sie diese Frage.")
UNKNOWN = _("Bitte wählen Sie eine der Antworten.")


def question_fields(questions: Iterable[Question]) -> dict[str, forms.Field]:
    """Return one field for each question, by its name in the form."""
    return {field_name(question.pk): _field(question) for question in questions}


def field_name(pk: int | str) -> str:
    return f"frage_{pk}"


def answers_of(questions: Iterable[Question], cleaned: Mapping[str, Any]) -> dict[str, str]:
    """Return the answers as they are kept: by the id of the question, unanswered ones left out."""
    given = {str(question.pk): cleaned.get(field_name(question.pk), "") for question in questions}
    return {pk: answer for pk, answer in given.items() if answer}


def _field(question: Question) -> forms.Field:
    messages = {"required": NEEDED, "invalid_choice": UNKNOWN}
    if question.kind == Question.Kind.TEXT:
        too_long = _("Das sind %(show_value)s Zeichen. Bitte kürzen Sie die Antwort auf höchstens %(limit_value)s.")
        return forms.CharField(
            label=question.text,
            required=question.is_required,
            max_length=LONGEST_ANSWER,
            widget=forms.Textarea(attrs={"rows": 3}),
            error_messages=messages | {"max_length": too_long},
        )
    choices = [(YES, _("Ja")), (NO, _("Nein"))]
    if question.kind == Question.Kind.CHOICE:
        choices = [(option, option) for option in question.choices]
    return forms.ChoiceField(
        label=question.text,
        required=question.is_required,
        choices=choices,
        widget=forms.RadioSelect,
        error_messages=messages,
    )
