"""Parts of a section's page that hardly ever change, rendered once per state and remembered.

They depend on a catalogue version, which never changes, on the language and on a handful of values.
"""

from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import override

from ..queries import questionnaire
from ..questionnaire import Questionnaire
from .options import relevance_choices


def foreign_language(texts: Questionnaire, language: str) -> str:
    """Return the language of the catalogue's texts where it is not that of the page, else nothing."""
    return "" if texts.text_language == language else texts.text_language


def importance_html(
    texts: Questionnaire, language: str, dimension_id: str, relevance: int | None, target: int | None
) -> SafeString | str:
    """Return relevance and target of a dimension as controls; nothing for checks without stages."""
    return _importance(texts.version_id, language, dimension_id, relevance, target) if texts.has_stages else ""


def stage_key_html(texts: Questionnaire, language: str) -> SafeString | str:
    """Return "So lesen Sie die Stufen"; nothing for checks without stages."""
    return _stage_key(texts.version_id, language) if texts.has_stages else ""


@lru_cache(maxsize=1000)
def _importance(
    version_id: int, language: str, dimension_id: str, relevance: int | None, target: int | None
) -> SafeString:
    texts = questionnaire(version_id, language)
    context = {
        "dimension": texts.dimension[dimension_id],
        "relevance_choices": relevance_choices("" if relevance is None else str(relevance)),
        "target": target,
        "stages": texts.data["stages"],
    }
    return _render("importance", context, language)


@lru_cache(maxsize=48)
def _stage_key(version_id: int, language: str) -> SafeString:
    texts = questionnaire(version_id, language)
    context = {"stages": texts.data["stages"], "text_language": foreign_language(texts, language)}
    return _render("stage_key", context, language)


def _render(name: str, context: dict, language: str) -> SafeString:
    with override(language):
        return mark_safe(render_to_string(f"assessments/includes/{name}.html", context))  # noqa: S308 -- our template
