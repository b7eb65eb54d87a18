"""Look at the working version, release it, compare versions, move everything along with the date."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.generic import View

from digitalradar.core.back_office import PermissionRequired
from digitalradar.core.errors import DomainError
from digitalradar.events.back_office.base import ActScreen
from digitalradar.events.back_office.permissions import SEE_DATES

from ..change_words import sentences
from ..models import ProgrammeVersion
from ..presentation.page import programme_page
from ..queries.programme import (
    Released,
    conflicts_of,
    entries_of,
    latest_version,
    named_speakers,
    released,
    working_items,
)
from ..rules.conflicts import blocks_release
from ..rules.snapshots import Change, compare, read, write
from ..services.editing import shift
from ..services.releasing import release
from ..services.telling import affected_people, affected_speakers
from .base import OfProgramme
from .editor import told
from .forms import CompareForm, ReleaseForm, ShiftForm


def working_version(screen: OfProgramme) -> Released:
    """Return what would be released now, as if it were."""
    occurrence, latest = screen.occurrence, latest_version(screen.occurrence)
    known = {entry.key for entry in read(latest.data)} if latest else set()
    entries = entries_of(working_items(occurrence), known)
    version = ProgrammeVersion(
        occurrence=occurrence,
        number=latest.number + 1 if latest else 1,
        released_at=now(),
        data=write(entries, (occurrence.starts_at, occurrence.ends_at)),
    )
    return Released(version, read(version.data), named_speakers(occurrence, entries))


def pending_changes(screen: OfProgramme, after: Released) -> list[Change]:
    """Return what differs from the last release."""
    before = released(screen.occurrence)
    return compare(before.entries if before else [], after.entries)


class ReleaseScreen(OfProgramme, ActScreen):
    """What would change, who hears of it, and what stands in the way."""

    page_title = gettext_lazy("Programm freigeben")
    template_name = "programmes/back_office/release.html"
    form_class = ReleaseForm
    button = gettext_lazy("Freigeben und Betroffene benachrichtigen")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        working = working_version(self)
        changes = pending_changes(self, working)
        findings = conflicts_of(self.occurrence, working_items(self.occurrence), all_states=False)
        own = {
            "number": working.version.number,
            "changes": [line for change in changes for line in sentences(change, self.occurrence.zone)],
            "blocking": told(blocks_release(findings)),
            "told": self._told(changes),
        }
        return super().get_context_data(**kwargs) | own

    def _told(self, changes: list[Change]) -> list[str]:
        people = len(affected_people(self.occurrence, changes))
        speakers = len(affected_speakers(self.occurrence, changes))
        return [
            ngettext(
                "%(count)s Person, die etwas davon gebucht oder sich gemerkt hat, bekommt eine E-Mail.",
                "%(count)s Personen, die etwas davon gebucht oder sich gemerkt haben, bekommen eine E-Mail.",
                people,
            )
            % {"count": people},
            ngettext(
                "%(count)s Person aus dem Programm bekommt eine E-Mail.",
                "%(count)s Personen aus dem Programm bekommen eine E-Mail.",
                speakers,
            )
            % {"count": speakers},
        ]

    def act(self, form: ReleaseForm) -> str:
        version = release(occurrence=self.occurrence, note=form.cleaned_data["note"], by=self.request.user)
        return _("Version %(number)s ist freigegeben.") % {"number": version.number}

    def next_url(self) -> str:
        return self.editor


class ShiftScreen(OfProgramme, ActScreen):
    """Move all items by the same time."""

    page_title = gettext_lazy("Programm verschieben")
    form_class = ShiftForm
    button = gettext_lazy("Alle Punkte verschieben")

    def get_initial(self) -> dict[str, Any]:
        first = self.occurrence.programme.order_by("starts_at").first()
        if first is None:
            return {}
        latest = latest_version(self.occurrence)
        moved = self.occurrence.starts_at - datetime.fromisoformat(latest.data["day"][0]) if latest else None
        begin = first.starts_at + moved if moved else first.starts_at
        local = begin.astimezone(self.occurrence.zone)
        return {"day": local.date(), "begin": local.time()}

    def explanation(self) -> list[str]:
        return [_("Alle Punkte der Arbeitsfassung rücken um dieselbe Zeit. Öffentlich wird es mit der Freigabe.")]

    def act(self, form: ShiftForm) -> str:
        first = self.occurrence.programme.order_by("starts_at").first()
        if first is None:
            raise DomainError(_("Es gibt noch keinen Programmpunkt."))
        begin = datetime.combine(form.cleaned_data["day"], form.cleaned_data["begin"], self.occurrence.zone)
        count = shift(occurrence=self.occurrence, by_time=begin - first.starts_at, by=self.request.user)
        words = ngettext("%(count)s Punkt ist verschoben.", "%(count)s Punkte sind verschoben.", count)
        return words % {"count": count}

    def next_url(self) -> str:
        return self.editor


class VersionsScreen(OfProgramme):
    """All versions, and two of them compared."""

    permission = SEE_DATES
    page_title = gettext_lazy("Versionen")
    template_name = "programmes/back_office/versions.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        versions = list(self.occurrence.programme_versions.select_related("by"))
        form = CompareForm(self.request.GET or None, initial=_last_two(versions))
        own: dict[str, Any] = {"versions": versions, "form": form, "zone": self.occurrence.zone}
        if form.is_valid():
            by_number = {version.number: version for version in versions}
            pair = [by_number.get(form.cleaned_data[name]) for name in ("von", "bis")]
            if None in pair:
                form.add_error(None, _("Diese Version gibt es nicht."))
            else:
                changes = compare(*(read(version.data) for version in pair if version))
                own["lines"] = [line for change in changes for line in sentences(change, self.occurrence.zone)]
        return super().get_context_data(**kwargs) | own


def _last_two(versions: list[ProgrammeVersion]) -> dict[str, int]:
    numbers = [version.number for version in versions[:2]]
    return {"von": min(numbers), "bis": max(numbers)} if numbers else {}


class Preview(PermissionRequired, View):
    """The working version as visitors would see it."""

    permission = SEE_DATES

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        screen = OfProgramme()
        screen.setup(request, pk=pk)
        page = programme_page(working_version(screen), "", request.GET.get("nach", ""))
        response = render(request, "programmes/programme.html", page | {"is_preview": True, "changes": []})
        response["X-Robots-Tag"] = "noindex"
        return response
