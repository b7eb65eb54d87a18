"""The official statistic on the result of the main check: an invitation, or what was confirmed."""

from typing import Any

from django.urls import reverse

from ..models import Assessment
from ..queries.indicators import indicators_result
from ..questionnaire import Questionnaire
from ..tokens import INDICATORS, linked_token
from .official import official_view

FAMILY = "main"


def indicators_view(texts: Questionnaire, run: Assessment, token: str = "") -> dict[str, Any] | None:
    """Return what ``includes/indicators.html`` shows below the radar; None where the check has no such part.

    ``invites`` is true until the criteria are confirmed; then the keys of :func:`official_view` are there. With the
    ``token`` of the run, ``answers_url`` and ``profile_url`` lead into the run of the criteria; pages for others
    have no token, and without anything confirmed nothing is left to show there.
    """
    if texts.data["family"] != FAMILY:
        return None
    confirmed = indicators_result(run)
    if confirmed is None:
        return {"invites": True} if token else None
    return {"invites": False} | _links(token) | official_view(confirmed.inputs, confirmed.outcome)


def _links(token: str) -> dict[str, str]:
    if not token:
        return {}
    linked = {"token": linked_token(token, INDICATORS)}
    return {
        "answers_url": reverse("assessments:result", kwargs=linked),
        "profile_url": reverse("assessments:profile", kwargs=linked),
    }
