"""Contributions as members see them."""

from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import Confidentiality, Contribution
from ..opened import OpenMember

ICONS = {"experience": "book", "failure": "alert-triangle", "question": "help-circle", "tip": "bulb"}
LEVELS = {
    Confidentiality.SESSION: ("lock", gettext_lazy("nur diese Sitzung")),
    Confidentiality.GROUP: ("users", gettext_lazy("nur die Gruppe")),
    Confidentiality.ANONYMOUS: ("users", gettext_lazy("alle, ohne Namen")),
    Confidentiality.PUBLIC: ("user", gettext_lazy("alle, mit Namen")),
}


def contribution_row(contribution: Contribution, opened: OpenMember) -> dict[str, Any]:
    """Return what a member sees of a contribution they may read."""
    level_icon, level = LEVELS[Confidentiality(contribution.confidentiality)]
    is_own = contribution.author_id == opened.membership.pk
    version = getattr(contribution, "anonymous", None)
    return {
        "pk": contribution.pk,
        "kind": Contribution.Kind(contribution.kind).label,
        "icon": ICONS[contribution.kind],
        "text": contribution.text,
        "author": _("von Ihnen") if is_own else (contribution.author.name if contribution.author else _("ohne Namen")),
        "organisation": contribution.author.organisation if contribution.author and not is_own else "",
        "day": date_format(localtime(contribution.created_at), "DATE_FORMAT"),
        "session": contribution.session.title if contribution.session else "",
        "level": level,
        "level_icon": level_icon,
        "is_withdrawn": contribution.is_withdrawn,
        "is_own": is_own,
        "anonymous_text": version.text if version and is_own else "",
        "public_name": contribution.public_name if is_own else "",
        "change_url": opened.url("contribution", contribution_id=contribution.pk) if is_own else "",
        "withdraw_url": opened.url("withdraw", contribution_id=contribution.pk) if is_own else "",
    }
