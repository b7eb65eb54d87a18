"""Turns a selection into what templates and downloads show."""

import re
from typing import Any
from urllib.parse import quote

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from digitalradar.knowledge.models import GuidePage, KnowledgePage
from digitalradar.knowledge.presentation.citations import REFERENCE
from digitalradar.knowledge.presentation.strip import external_costs, hours

from .forms.selection import ChangeForm
from .models import SelectionItem
from .queries.selections import MODELS, Entry

MARKDOWN_SIGNS = re.compile(r"([\\`*_\[\]<>#|!])")


def selection_page(request: HttpRequest, entries: list[Entry], url: str, form: ChangeForm | None) -> dict[str, Any]:
    """Return rows, the private link, and what was just done; ``form`` is a change that was refused."""
    refused = form.data.get("item", "") if form else ""
    errors = [error for messages in form.errors.values() for error in messages] if form else []
    rows = [_row(entry, errors[0] if entry.item.key == refused and errors else "") for entry in entries]
    link = request.build_absolute_uri(url)
    subject, body = _("Meine Auswahl im Digitalradar"), _("Mein privater Link: %(link)s") % {"link": link}
    by_key = {row["key"]: row for row in rows}
    return {
        "rows": rows,
        "link": link,
        "mail_link": f"mailto:?subject={quote(subject)}&body={quote(body)}",
        "added": by_key.get(request.GET.get("neu", "")),
        "was_there": by_key.get(request.GET.get("da", "")),
        "has_guides": any(entry.is_guide for entry in entries),
        "form_error": "" if any(row["error"] for row in rows) else (errors[0] if errors else ""),
    }


def _row(entry: Entry, error: str) -> dict[str, Any]:
    page = entry.page
    return {
        "key": entry.item.key,
        "kind": SelectionItem.Kind(entry.item.kind).label,
        "title": entry.title,
        "language": page.locale.language_code if page else "",
        "url": page.get_url() if page else "",
        "promise": page.promise if page else "",
        "meta": [words for words in (hours(page), external_costs(page)) if words] if page else [],
        "pdf": f"{page.get_url()}pdf/" if entry.is_guide else "",
        "note": entry.item.note,
        "error": error,
    }


def checklists(entries: list[Entry]) -> list[dict[str, Any]]:
    """Return title, address and steps with their points of every guide, without references to facts."""
    return [
        {
            "title": entry.title,
            "language": entry.page.locale.language_code,
            "url": entry.page.get_url(),
            "note": entry.item.note,
            "steps": _steps(entry.page),
        }
        for entry in entries
        if entry.is_guide
    ]


def _steps(page: GuidePage) -> list[dict[str, Any]]:
    return [
        {
            "title": block.value["title"],
            "who": block.value["who"],
            "points": [REFERENCE.sub("", point) for point in block.value["checklist"]],
        }
        for block in page.steps
    ]


def export_rows(request: HttpRequest, entries: list[Entry]) -> list[dict[str, Any]]:
    """Return what a program needs of each entry."""
    return [
        {
            "kind": entry.item.kind,
            "identifier": entry.item.identifier,
            "title": entry.title,
            "url": request.build_absolute_uri(entry.page.get_url()) if entry.page else "",
            "note": entry.item.note,
            "is_published": entry.page is not None,
        }
        for entry in entries
    ]


def markdown(request: HttpRequest, entries: list[Entry]) -> str:
    """Return the list as Markdown; signs in titles and notes are taken as they are."""
    lines = [f"# {_('Meine Auswahl')}", ""]
    for row in export_rows(request, entries):
        title = _plain(row["title"])
        gone = _("nicht mehr veröffentlicht")
        lines.append(f"- [ ] [{title}](<{row['url']}>)" if row["url"] else f"- [ ] {title} ({gone})")
        if row["note"]:
            lines.append(f"      {_plain(row['note'])}")
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    return MARKDOWN_SIGNS.sub(r"\\\1", text)


def panel(request: HttpRequest, page: KnowledgePage) -> dict[str, Any] | None:
    """Return what the panel „Zum Mitnehmen“ beside a published page shows: the same for everybody."""
    if not page.live or getattr(request, "is_preview", False):
        return None  # both lead to what readers have
    kind = _kind(page)
    url = page.get_url(request) or ""
    if kind is None or not page.identifier or not url:
        return None
    has_pdf = kind in {SelectionItem.Kind.GUIDE, SelectionItem.Kind.TECHNOLOGY}
    return {
        "keep_url": reverse("takeaway:keep", kwargs={"kind": kind.value, "identifier": page.identifier}),
        "pdf_url": f"{url}pdf/" if has_pdf else "",
        "checklist_url": f"{url}checkliste/" if kind == SelectionItem.Kind.GUIDE else "",
    }


def _kind(page: KnowledgePage) -> SelectionItem.Kind | None:
    return next((SelectionItem.Kind(kind) for kind, model in MODELS.items() if type(page) is model), None)
