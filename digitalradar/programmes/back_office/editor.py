"""The working version on one page: what collides, every item, and the way to everything else."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from digitalradar.core.errors import DomainError
from digitalradar.events.back_office.permissions import SEE_DATES
from digitalradar.events.services.log import note
from digitalradar.events.services.places import lock

from ..conflict_words import SEVERITIES, sentence
from ..models import ProgrammeItem
from ..queries.programme import conflicts_of, latest_version, working_items
from ..rules.conflicts import Finding, Severity
from ..rules.snapshots import is_for
from ..services.editing import delete_item
from .base import OfProgramme
from .forms import ItemForm


def told(findings: list[Finding]) -> list[dict[str, Any]]:
    """Return findings in words, with the items they lead to."""
    return [
        {
            "severity": finding.severity.value,
            "label": SEVERITIES[finding.severity],
            "sentence": sentence(finding),
            "items": [item.key for item in finding.items],
        }
        for finding in findings
    ]


class EditorScreen(OfProgramme):
    """Items by time, or by room with ``?nach=raum``."""

    permission = SEE_DATES
    page_title = gettext_lazy("Programm")
    template_name = "programmes/back_office/editor.html"

    def get_parents(self) -> list[dict[str, str]]:
        return super().get_parents()[:-1]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        items = working_items(self.occurrence)
        found = conflicts_of(self.occurrence, items)
        is_by_room = self.request.GET.get("nach") == "raum"
        if is_by_room:
            items.sort(key=lambda item: (item.room is None, item.room.order if item.room else 0, item.room_id or 0))
        concerned = {item.key: finding.severity.value for finding in reversed(found) for item in finding.items}
        version = latest_version(self.occurrence)
        day = (self.occurrence.starts_at, self.occurrence.ends_at)
        own = {
            "rows": [{"item": item, "severity": concerned.get(item.pk, "")} for item in items],
            "findings": told([finding for finding in found if finding.severity != Severity.IGNORE]),
            "ignored": told([finding for finding in found if finding.severity == Severity.IGNORE]),
            "is_by_room": is_by_room,
            "version": version,
            "is_moved": version is not None and not is_for(version.data, day),
            "may_change": self.request.user.has_perm(OfProgramme.permission),
            "zone": self.occurrence.zone,
        }
        return super().get_context_data(**kwargs) | own


class ItemScreen(OfProgramme):
    """One item, new or known; saving says at once what collides."""

    template_name = "programmes/back_office/item.html"

    @cached_property
    def item(self) -> ProgrammeItem:
        if "item" not in self.kwargs:
            return ProgrammeItem(occurrence=self.occurrence)
        return get_object_or_404(ProgrammeItem.objects.select_related("offer"), **self._found())

    def _found(self) -> dict[str, Any]:
        return {"pk": self.kwargs["item"], "occurrence": self.occurrence}

    def get_page_title(self) -> str:
        return self.item.title or _("Neuer Programmpunkt")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = {"item": self.item, "form": kwargs.pop("form", None) or ItemForm(instance=self.item)}
        if self.item.pk:
            found = conflicts_of(self.occurrence, working_items(self.occurrence))
            own["findings"] = [row for row in told(found) if self.item.pk in row["items"]]
        return super().get_context_data(**kwargs) | own

    @transaction.atomic
    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        lock(self.occurrence.pk)  # before the item is read: a release in this moment ties its offer to it
        form = ItemForm(request.POST, instance=self.item)
        if not form.is_valid():
            if self.item.pk:
                self.item.refresh_from_db()
            return self.render_to_response(self.get_context_data(form=form), status=400)
        saved = form.save()
        note(self.occurrence, "programme.changed", by=request.user)
        messages.success(request, _("„%(title)s“ ist gespeichert.") % {"title": saved.title})
        for row in told(conflicts_of(self.occurrence, working_items(self.occurrence))):
            if saved.pk in row["items"] and row["severity"] != Severity.IGNORE:
                messages.warning(request, row["sentence"])
        return redirect(self.editor)


class DeleteItem(OfProgramme):
    """Delete an item that was never released; by post alone."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        item = get_object_or_404(ProgrammeItem, pk=self.kwargs["item"], occurrence=self.occurrence)
        try:
            delete_item(item=item, by=request.user)
        except DomainError as refusal:
            self.refused(refusal)
        else:
            messages.success(request, _("Der Programmpunkt ist gelöscht."))
        return redirect(self.editor)
