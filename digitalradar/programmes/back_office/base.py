"""What the screens about a programme have in common."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from digitalradar.events.back_office.base import OfDate
from digitalradar.events.back_office.permissions import CHANGE_DATES

from .names import NAME


class OfProgramme(OfDate):
    """A screen about the programme of a date; it stands below the editor."""

    permission = CHANGE_DATES
    header_icon = "calendar"

    @property
    def editor(self) -> str:
        return reverse(f"{NAME}:editor", args=[self.kwargs["pk"]])

    def get_parents(self) -> list[dict[str, str]]:
        return [*super().get_parents(), {"url": self.editor, "label": _("Programm")}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"editor": self.editor} | kwargs
