"""The link for others: its owner's page, and the pages it opens."""

from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from digitalradar.core.qr import qr_svg_inline

from ..models import Result, ShareLink
from ..open_run import OpenRun
from ..questionnaire import Questionnaire
from .calculation import calculation_page
from .indicators import indicators_view
from .modes import shared_mode
from .result import result_kind, result_page


def share_page(opened: OpenRun, link: ShareLink | None) -> dict[str, Any]:
    """Return what ``share.html`` shows; the secret of a link made earlier is unknown to us."""
    texts = opened.questionnaire
    return {
        "opened": opened,
        "link": link,
        "kind": result_kind(texts),
        "finished_months": settings.FINISHED_RUN_MONTHS,
    }


def new_link(secret: str) -> dict[str, Any]:
    """Return what is shown just once: the whole address, a mail with it, its QR code."""
    address = settings.PUBLIC_URL + reverse("assessments:shared_result", kwargs={"shared": secret})
    subject = _("Unser Ergebnis zum Ansehen")
    return {
        "address": address,
        "mail_link": f"mailto:?subject={quote(subject)}&body={quote(address)}",
        "qr": _picture(address),
    }


def shared_result_page(texts: Questionnaire, link: ShareLink, result: Result, secret: str) -> dict[str, Any]:
    """Return the result as others see it: nothing to change, no place, and without the single answers of a list.

    The index lists all its answers on the result page itself; they stay out unless the link was made with answers.
    """
    page = result_page(texts, result.inputs, result.outcome, result.steps)
    page |= {"mode": shared_mode(texts, result), "indicators": indicators_view(texts, link.assessment)}
    if (comparison := page.get("comparison")) and comparison["is_visible"]:
        comparison["group"] = comparison["group_for_others"]
    if link.with_answers:
        return page | {"calculation_url": reverse("assessments:shared_calculation", kwargs={"shared": secret})}
    return page | {"criteria": [], "contradictions": []} if page["kind"] == "dii" else page


def shared_calculation_page(texts: Questionnaire, result: Result, secret: str) -> dict[str, Any]:
    """Return the calculation as others see it."""
    return calculation_page(texts, result.inputs, result.outcome) | {
        "mode": shared_mode(texts, result),
        "result_url": reverse("assessments:shared_result", kwargs={"shared": secret}),
    }


def _picture(address: str) -> SafeString:
    return mark_safe(qr_svg_inline(address, _("QR-Code mit dem Link zum Ansehen")))  # noqa: S308 -- drawn by us
