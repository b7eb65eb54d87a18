"""What the list of checks and their start pages show."""

from typing import Any

from django.conf import settings
from django.forms import Form

from ..questionnaire import Questionnaire
from .sample import has_sample

ORDER = ["digital-check", "kurz-check", "cyber-check", "ki-check", "dii"]


def instrument_cards(found: dict[str, Questionnaire]) -> list[dict[str, Any]]:
    """Return the loaded checks in the order in which they are offered."""
    known = [found[key] for key in ORDER if key in found]
    others = [texts for key, texts in sorted(found.items()) if key not in ORDER]
    return [instrument_card(texts) for texts in known + others]


def instrument_card(texts: Questionnaire) -> dict[str, Any]:
    """Return the facts of one check."""
    return {
        "id": texts.id,
        "title": texts.title,
        "purpose": texts.data["purpose"],
        "minutes": texts.data["minutes"],
        "question_count": len(texts.question),
        "dimension_count": len(texts.dimensions),
        "text_language": texts.text_language,
    }


def start_page(texts: Questionnaire, form: Form, data: Any, *, has_origin: bool) -> dict[str, Any]:
    """Return what the start page of a check shows; ``data`` carries what the home page handed over."""
    question = texts.question.get(data.get("frage", ""))
    return {
        "catalogue": texts,
        "card": instrument_card(texts),
        "form": form,
        "asks_profile": texts.data.get("profile_at", "start") == "start",
        "asks_solo": any("solo" in str(item.get("show_if", "")) for item in texts.question.values()),
        "dimension": texts.dimension.get(data.get("thema", "")),
        "first_question": question,
        "handed_over": {key: data[key] for key in ("frage", "antwort", "thema") if data.get(key)},
        "is_employee": form["role"].value() == "beschaeftigt",
        "has_origin": has_origin,
        "has_sample": has_sample(texts.id),
        "open_days": settings.OPEN_RUN_DAYS,
        "finished_months": settings.FINISHED_RUN_MONTHS,
    }
