"""Lay a translation over a catalogue document; what is not translated stays in the catalogue's own language."""

from typing import Any

SIMPLE = ("title", "purpose", "audience", "disclaimer", "answer_hint")
BY_ID = ("dimensions", "notices", "measures", "sectors")


def localise(document: dict[str, Any], language: str) -> dict[str, Any]:
    """Return a copy of ``document`` in ``language``, without its ``translations``.

    The key ``text_language`` says in which language the result really is.
    """
    texts = document.get("translations", {}).get(language)
    result = {key: value for key, value in document.items() if key != "translations"}
    result["text_language"] = language if texts else document.get("language", "de")
    if not texts:
        return result
    result |= {key: texts[key] for key in SIMPLE if key in texts}
    if "stages" in texts:
        result["stages"] = [{**own, **other} for own, other in zip(document["stages"], texts["stages"], strict=True)]
    for part in BY_ID:
        if part in document:
            result[part] = [_with(item, texts.get(part, {}).get(item["id"])) for item in document[part]]
    questions = texts.get("questions", {})
    result["dimensions"] = [
        {**dimension, "questions": [_with(item, questions.get(item["id"])) for item in dimension["questions"]]}
        for dimension in result["dimensions"]
    ]
    return result


def _with(item: dict[str, Any], texts: dict[str, Any] | str | None) -> dict[str, Any]:
    if isinstance(texts, str):
        return {**item, "title": texts}
    if not texts:
        return item
    variants = {**item.get("variants", {}), **texts.get("variants", {})}
    return {**item, **texts, **({"variants": variants} if variants else {})}
