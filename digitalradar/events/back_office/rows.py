"""Rows that belong to a date, edited together on one page. Loads no form of its own, so that other apps may use it."""

from typing import Any

from django.db import transaction
from django.forms import BaseInlineFormSet, Media
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages

from digitalradar.core.errors import DomainError

from ..services.log import note
from .base import OfDate
from .permissions import CHANGE_DATES


class RowsScreen(OfDate):
    """A list of rows that belong to a date, with blank ones at the end; saving shows new blank ones."""

    permission = CHANGE_DATES
    template_name = "events/back_office/rows.html"
    formset_class: type[BaseInlineFormSet] = BaseInlineFormSet
    part = ""
    intro = ""
    row_name = ""

    @cached_property
    def rows(self) -> BaseInlineFormSet:
        data = self.request.POST if self.request.method == "POST" else None
        return self.formset_class(data, instance=self.occurrence, prefix=self.part)

    @property
    def media(self) -> Media:
        return self.rows.media

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = {
            "rows": self.rows,
            "part": self.part,
            "intro": self.intro,
            "row_name": self.row_name,
            "media": self.media,
        }
        return super().get_context_data(**kwargs) | own

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not self.rows.is_valid():
            return self.render_to_response(self.get_context_data(), status=400)
        try:
            with transaction.atomic():
                self.save()
                note(self.occurrence, "occurrence.changed", by=request.user, fields=self.part)
        except DomainError as refusal:
            self.refused(refusal)
        else:
            messages.success(request, _("Das ist gespeichert."))
        return redirect(request.path)

    def save(self) -> None:
        self.rows.save()
