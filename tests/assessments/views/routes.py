"""All addresses of the checks, read from the address table so that a new one is tested from its first day."""

from typing import Any

from digitalradar.assessments.models import Assessment, Contribution, Result, ResultDocument, ShareLink
from digitalradar.assessments.urls import urlpatterns
from tests.factories.assessments import Run

# What each form needs to be accepted; an address that is not here takes no posts.
FORMS: dict[str, dict[str, str]] = {
    "start": {"size": "10-49"},
    "profile": {"size": "50-249"},
    "section": {"was.strategie.ziel": "2||", "value.strategie.ziel": "5", "go": "next"},
    "save_one": {"question": "strategie.ziel", "value": "5"},
    "result": {"x": "1"},
    "pdf": {"x": "1"},
    "targets": {"target.strategie": "5"},
    "mark_done": {"measure": "datensicherung", "done": "1"},
    "delete": {"x": "1"},
    "indicators": {"x": "1"},
    "share": {"go": "new"},
    "repeat": {"x": "1"},
    "contribution": {"is_compared": "1"},
    "compare": {"first_link": "x", "second_link": "x"},  # lead nowhere: the form says so
}
ONLY_POST = {"contribution", "indicators", "save_one", "mark_done", "repeat"}
STORES_NOTHING = {"compare"}  # answers a post with a page and keeps nothing of it
NAMES = sorted(pattern.name for pattern in urlpatterns)


def address(name: str, run: Run) -> str:
    """Return the address of a page, filled with the run or its check."""
    route = next(pattern.pattern for pattern in urlpatterns if pattern.name == name)._route
    filled = route.replace("<str:token>", run.token).replace("<str:shared>", run.shared_token)
    filled = filled.replace("<slug:dimension>", "strategie").replace("<slug:catalogue>", "digital-check")
    assert "<" not in filled
    return f"/check/{filled}"


def snapshot() -> list[Any]:
    """Return every row that the checks store for visitors."""
    return [
        list(model.objects.order_by("pk").values())
        for model in (Assessment, Contribution, Result, ResultDocument, ShareLink)
    ]
