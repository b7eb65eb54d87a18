"""The sample result of a check: a made-up firm's answers, scored by the same engine and always marked as an example."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from django.urls import reverse
from django.utils.translation import get_language

from ..answers import scored_answers
from ..outcome import compute
from ..queries.official import official_figures
from ..questionnaire import Questionnaire
from .calculation import calculation_page
from .modes import sample_mode
from .radar import radar
from .result import result_page
from .staged_result import spokes

SAMPLES = Path(__file__).resolve().parent.parent / "samples"


@lru_cache(maxsize=8)
def _sample(catalogue: str) -> dict[str, Any] | None:
    file = SAMPLES / f"{catalogue}.yaml"
    return yaml.safe_load(file.read_text(encoding="utf-8")) if file.exists() else None


def has_sample(catalogue: str) -> bool:
    return _sample(catalogue) is not None


def sample_name(catalogue: str) -> str:
    """Return trade and size of the sample firm in the language of the page."""
    sample = _sample(catalogue)
    return sample["name_en"] if get_language() == "en" else sample["name"]


def sample_page(texts: Questionnaire) -> dict[str, Any] | None:
    """Return the result page of the sample firm, or None when a check has no sample."""
    if not has_sample(texts.id):
        return None
    inputs = sample_inputs(texts)
    computed = compute(texts.version_id, inputs)
    return result_page(texts, inputs, computed.outcome, computed.steps) | _sample_facts(texts)


def sample_calculation_page(texts: Questionnaire) -> dict[str, Any] | None:
    """Return how the sample firm's result was calculated, or None when a check has no sample."""
    if not has_sample(texts.id):
        return None
    inputs = sample_inputs(texts)
    return calculation_page(texts, inputs, compute(texts.version_id, inputs).outcome) | _sample_facts(texts)


def _sample_facts(texts: Questionnaire) -> dict[str, Any]:
    return {
        "mode": sample_mode(texts, sample_name(texts.id)),
        "calculation_url": reverse("assessments:sample_calculation", kwargs={"catalogue": texts.id}),
        "result_url": reverse("assessments:sample", kwargs={"catalogue": texts.id}),
    }


def sample_inputs(texts: Questionnaire) -> dict[str, Any]:
    """Return the sample firm's answers as a result freezes them."""
    sample = _sample(texts.id)
    answers = {key: {"value": value} for key, value in sample["answers"].items()}
    inputs = {
        "profile": sample["profile"],
        "answers": scored_answers(texts, answers, sample.get("relevance", {})),
        "targets": sample.get("targets", {}),
        "done": [],
        "planned": [],
    }
    return inputs | official_figures(texts, sample["profile"])


def sample_radar(texts: Questionnaire) -> dict[str, Any]:
    """Return the radar of the sample firm, for the start page of the portal."""
    inputs = sample_inputs(texts)
    outcome = compute(texts.version_id, inputs).outcome
    return {"chart": radar(spokes(texts, inputs, outcome, with_values=False)), "name": sample_name(texts.id)}
