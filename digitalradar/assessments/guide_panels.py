"""What a result says beside guides: why one fits, or the way to a first result; and which guides in a list fit."""

from typing import Any

from django.http import HttpRequest

from digitalradar.core import panels
from digitalradar.knowledge import fitting

from .presentation.fitting import fitting_guides
from .views.remembered import RememberedRun, remembered_run

KEPT_AS = "_fitting_guides"


def register() -> None:
    """Fill the slot beside guides, and tell the list what fits; called once at start."""
    panels.register("guide.aside", "result", "assessments/includes/guide_panel.html", beside_guide, order=10)
    fitting.register(reasons)


def beside_guide(request: HttpRequest, page: Any) -> dict[str, Any] | None:
    """Return why the guide fits the visitor's result; None without a run, which is the same for everybody."""
    remembered = remembered_run(request)
    if remembered is None:
        return None
    return {
        "reason": reasons(request).get(page.identifier, ""),
        "has_result": remembered.result is not None,
        "place": _place(remembered, page.identifier),
    }


def reasons(request: HttpRequest) -> dict[str, str]:
    """Return reason by identifier of the guides that fit the result of this device, the best first."""
    if not hasattr(request, KEPT_AS):
        setattr(request, KEPT_AS, _reasons(remembered_run(request)))
    return getattr(request, KEPT_AS)


def _reasons(remembered: RememberedRun | None) -> dict[str, str]:
    if remembered is None or remembered.result is None:
        return {}
    return dict(fitting_guides(remembered.texts, remembered.result.inputs, remembered.result.outcome))


def _place(remembered: RememberedRun, identifier: str) -> int | None:
    """Return the place of the measure with this guide among the first three steps, or None."""
    if remembered.result is None:
        return None
    first = [item["id"] for item in remembered.result.outcome.get("measures", [])[:3]]
    return first.index(identifier) + 1 if identifier in first else None
