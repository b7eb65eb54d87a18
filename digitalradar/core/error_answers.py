"""Who tells of errors below an address: the pages of the site, or an app that speaks another language than HTML."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# Called with request, status and the sentence of a refusal (empty: the usual words for this status).
Answer = Callable[[HttpRequest, int, str], HttpResponse]

_answers: dict[str, Answer] = {}


def register(prefix: str, answer: Answer) -> None:
    """Let ``answer`` tell of every error below the path ``prefix``; it must need neither database nor session."""
    _answers[prefix] = answer


def answer_for(path: str) -> Answer | None:
    """Return who answers for this path, None where the error pages do."""
    return next((answer for prefix, answer in _answers.items() if path.startswith(prefix)), None)
