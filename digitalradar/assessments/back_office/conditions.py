"""Conditions of a catalogue as sentences an editor can check."""

from typing import Any

from django.utils.translation import gettext as _

from ..models import Assessment
from ..questionnaire import Questionnaire

PROFILE = {
    "sector": lambda: _("Branche"),
    "size": lambda: _("Größe"),
    "solo": lambda: _("arbeitet allein"),
    "region": lambda: _("Ort oder Kreis"),
    "role": lambda: _("Rolle"),
}
WORDS = {
    "yes": lambda: _("ja"),
    "no": lambda: _("nein"),
    "met": lambda: _("erfüllt"),
    "unmet": lambda: _("nicht erfüllt"),
    "na": lambda: _("trifft nicht zu"),
    "unknown": lambda: _("weiß ich nicht"),
}


def condition_words(raw: dict[str, Any], texts: Questionnaire) -> str:
    """Return a condition, as the catalogue writes it, in words; questions are named by their text."""
    if "all" in raw or "any" in raw:
        key = "all" if "all" in raw else "any"
        link = _(" und ") if key == "all" else _(" oder ")
        return link.join(_part(part, texts) for part in raw[key]) or (_("immer") if key == "all" else _("nie"))
    if "not" in raw:
        return _("nicht (%(condition)s)") % {"condition": condition_words(raw["not"], texts)}
    if "profile" in raw:
        return _("%(key)s ist %(values)s") % {
            "key": PROFILE[raw["profile"]](),
            "values": _list(_profile_value(raw["profile"], value, texts) for value in raw["in"]),
        }
    asked = {"question": _named(raw["question"], texts)}
    if "min" in raw:
        return _("Antwort auf %(question)s ist mindestens Stufe %(stage)s") % {**asked, "stage": raw["min"]}
    if "max" in raw:
        return _("Antwort auf %(question)s ist höchstens Stufe %(stage)s") % {**asked, "stage": raw["max"]}
    return _("Antwort auf %(question)s ist %(values)s") % {**asked, "values": _list(map(answer_words, raw["in"]))}


def answer_words(value: int | str) -> str:
    """Return a stage or an answer word as people read it."""
    return _("Stufe %(stage)s") % {"stage": value} if isinstance(value, int) else WORDS.get(value, lambda: value)()


def _part(raw: dict[str, Any], texts: Questionnaire) -> str:
    words = condition_words(raw, texts)
    return f"({words})" if "all" in raw or "any" in raw else words


def _named(question_id: str, texts: Questionnaire) -> str:
    question = texts.question.get(question_id)
    return f"„{question['text']}“" if question else question_id


def _profile_value(key: str, value: str, texts: Questionnaire) -> str:
    if key == "sector":
        return next((item["title"] for item in texts.sectors if item["id"] == value), value)
    if key == "size":
        return str(dict(Assessment.Size.choices).get(value, value))
    if key == "role":
        return str(dict(Assessment.Role.choices).get(value, value))
    return WORDS.get(value, lambda: value)()


def _list(values: Any) -> str:
    return _(" oder ").join(values)
