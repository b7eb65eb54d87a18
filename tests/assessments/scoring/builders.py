"""Small catalogues and requests, written as short as the worked examples."""

from typing import Any

from digitalradar.assessments.scoring import parse_catalogue, run_request, score

Document = dict[str, Any]


def question(name: str, **more: Any) -> Document:
    return {"id": name, **more}


def dimension(name: str, *questions: str | Document, **more: Any) -> Document:
    """A dimension; a plain name stands for a staged question of weight 1."""
    return {"id": name, "questions": [question(q) if isinstance(q, str) else q for q in questions], **more}


def catalogue(*dimensions: Document, **more: Any) -> Document:
    return {"id": "check", "family": "main", "version": "2026.1", "dimensions": list(dimensions), **more}


def staged(count: int, **more: Any) -> Document:
    """One dimension ``d`` with questions q1, q2, ..."""
    return catalogue(dimension("d", *(f"q{number}" for number in range(1, count + 1))), **more)


def answers(**values: Any) -> Document:
    """Answers by question; a pair is value and relevance."""
    return {
        name: {"value": value[0], "relevance": value[1]} if isinstance(value, tuple) else {"value": value}
        for name, value in values.items()
    }


def row(*values: Any) -> Document:
    """Answers to q1, q2, ... in order."""
    return answers(**{f"q{number}": value for number, value in enumerate(values, start=1)})


def run(document: Document, given: Document | None = None, **more: Any) -> Document:
    """Score a document directly."""
    return score(parse_catalogue(document), answers=given, **more)


def code_of(request: Any) -> str:
    """Return the code of a refusal; fails if the request is not refused."""
    result = run_request(request)
    assert set(result) == {"error"}
    assert set(result["error"]) == {"code", "detail"}
    assert result["error"]["detail"]
    return str(result["error"]["code"])


def picked(result: Document, *names: str) -> tuple[Any, ...]:
    """Return some fields of a result."""
    return tuple(result[name] for name in names)
