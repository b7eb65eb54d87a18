"""First page of the back office: what waits for hosts."""

from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from ..models import Occurrence
from ..queries.to_do import to_do
from .names import NAME


class ToDoPanel(Component):
    """Full dates with people waiting, sign-ups to be confirmed, minutes that are missing."""

    name = "events_to_do"
    template_name = "events/back_office/home_panel.html"
    order = 106

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        found = to_do()
        groups = (
            (_("Ausgebucht, und es warten Leute"), found.full, "overview"),
            (_("Noch nicht bestätigte Anmeldungen"), found.unconfirmed, "people"),
            (_("Das Protokoll fehlt"), found.without_minutes, "afterwards"),
        )
        return {"groups": [_group(*group) for group in groups if group[1]]}


def _group(title: str | Promise, dates: list[Occurrence], page: str) -> dict[str, Any]:
    return {
        "title": title,
        "dates": [{"date": date, "url": reverse(f"{NAME}:{page}", args=[date.pk])} for date in dates],
    }
