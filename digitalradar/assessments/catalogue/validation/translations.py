"""Do the translations speak of things the catalogue has, with lists of the same length?

A missing text is no fault: the page shows the one of the catalogue's own language.
"""

from typing import Any

from ..paths import Path
from . import Findings
from .questions import each_question

BY_ID = ("sectors", "notices", "dimensions", "measures", "open_questions")
LISTS_OF_A_MEASURE = ("key_steps", "chances", "risks")


def check(data: dict[str, Any]) -> Findings:
    """Yield every text that belongs to nothing."""
    for language, texts in data.get("translations", {}).items():
        path = ("translations", language)
        if language == data["language"]:
            yield path, f"{language} is the language of the catalogue itself."
        for part in BY_ID:
            yield from _ids_exist((*path, part), texts.get(part, {}), {item["id"] for item in data.get(part, [])})
        for part in ("stages", "scale"):
            if part in texts and part not in data:
                yield (*path, part), f"The catalogue has no {part} to translate."
        yield from _questions((*path, "questions"), texts.get("questions", {}), data)
        yield from _measures((*path, "measures"), texts.get("measures", {}), data)


def _ids_exist(path: Path, texts: dict[str, Any], known: set[str]) -> Findings:
    for name in texts:
        if name not in known:
            yield (*path, name), f"The catalogue has no {name} under {path[-1]}."


def _questions(path: Path, texts: dict[str, Any], data: dict[str, Any]) -> Findings:
    questions = {question["id"]: question for _, question in each_question(data)}
    yield from _ids_exist(path, texts, set(questions))
    for name, translated in texts.items():
        question = questions.get(name, translated)
        for key in translated:
            if key not in question:
                yield (*path, name, key), f"The question itself has no {key} to translate."
        for sector in translated.get("variants", {}):
            if sector not in question.get("variants", {}):
                yield (*path, name, "variants", sector), f"The question has no variant for {sector}."


def _measures(path: Path, texts: dict[str, Any], data: dict[str, Any]) -> Findings:
    measures = {measure["id"]: measure for measure in data.get("measures", [])}
    for name, translated in texts.items():
        measure = measures.get(name, translated)
        for key, text in translated.items():
            if key not in measure:
                yield (*path, name, key), f"The measure itself has no {key} to translate."
            elif key in LISTS_OF_A_MEASURE and len(text) != len(measure[key]):
                wanted, found = len(measure[key]), len(text)
                yield (*path, name, key), f"The measure has {wanted} entries here, the translation {found}."
