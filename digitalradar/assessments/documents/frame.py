"""What every document has: cover, running lines, and what it rests on."""

from datetime import date
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from digitalradar.core.typst.blocks import Block, Text, facts, heading, keep, text
from digitalradar.region.queries import current_region

from ..models import Result
from ..presentation.modes import profile_words
from .comparison import index_source
from .voice import Voice

PAGE, PAGES = "{page}", "{pages}"  # filled in by the layout


def frame(page: dict[str, Any], result: Result, voice: Voice) -> dict[str, Any]:
    """Return title, language and the lines at the top and bottom of each page."""
    title, date = page["catalogue"].title, _date(result)
    return {
        "lang": voice.language,
        "title": _("%(title)s: Ergebnis vom %(date)s") % {"title": title, "date": date},
        "publisher": current_region().name or "Digitalradar",
        "date_line": date,
        "check": voice.said(title),
        "portal": settings.PUBLIC_URL.partition("://")[2],
        "page_line": _("Seite %(page)s von %(pages)s") % {"page": PAGE, "pages": PAGES},
    }


def cover(page: dict[str, Any], result: Result, voice: Voice) -> dict[str, Any]:
    """Return the first page: whose check this is, of which day, what it is not; the firm writes its name itself."""
    region = current_region()
    return {
        "region": region.name,
        "eyebrow": _("Ergebnis vom %(date)s") % {"date": _date(result)},
        "title": voice.said(page["catalogue"].title),
        "profile": " · ".join(profile_words(page["catalogue"], page["inputs"]["profile"])),
        "example": _("Beispieldaten: Region, Personen und Betriebe in diesem Portal sind erfunden.")
        if region.is_example
        else "",
        "fields": [_("Betrieb"), _("Ausgefüllt von")],
        "note": _("Selbsteinschätzung. Kein Zertifikat, keine Prüfung und kein Urteil von außen."),
        "contents": _("Inhalt"),
        "funding": region.funding_statement,
    }


def sources(page: dict[str, Any], result: Result, voice: Voice) -> list[Block]:
    """Return the last part: which rules, which version, what may be done with it, where it comes from."""
    data = page["catalogue"].data
    return [
        heading(_("Grundlagen und Quellen"), new_page=page["kind"] != "dii"),
        facts(
            [
                (_("Fragenkatalog"), _named(voice.said(data["title"]), data["version"])),
                (_("Stand der Inhalte"), _day(data["as_of"])),
                (_("Rechenregeln"), _("Fassung %(version)s") % {"version": result.scoring_version}),
                (_("Ergebnis"), _("Nummer %(number)s vom %(date)s") % _numbered(result)),
                (_("Portal"), settings.PUBLIC_URL),
                (_("Herausgegeben von"), current_region().name),
            ]
        ),
        *_meaning(page, voice),
        *_privacy(),
    ]


def _named(title: Text, version: str) -> Text:
    return [title, ", ", _("Fassung %(version)s") % {"version": version}]


def _numbered(result: Result) -> dict[str, Any]:
    return {"number": result.number, "date": _date(result)}


def _meaning(page: dict[str, Any], voice: Voice) -> list[Block]:
    data = page["catalogue"].data
    told = [
        heading(_("Was dieses Ergebnis kann"), 2),
        text(
            _(
                "Es ordnet Ihre eigene Einschätzung und zeigt, wo ein Gespräch lohnt. "
                "Es ist kein Zertifikat, keine Prüfung und kein Urteil von außen."
            )
        ),
        text(_("Stunden und Kosten sind Richtwerte, keine Angebote. Dieses Dokument ist keine Rechtsberatung.")),
    ]
    limits = [text(voice.said(data["disclaimer"]))] if data.get("disclaimer") else []
    return [keep(*told), *limits, *([text(index_source(page))] if page["kind"] == "dii" else [])]


def _privacy() -> list[Block]:
    return [
        keep(
            heading(_("Datenschutz"), 2),
            text(
                _(
                    "Das Portal fragt nicht nach dem Namen des Betriebs; auf der Titelseite ist Platz, ihn von Hand "
                    "einzutragen. Der private Link zum Check steht nicht in diesem Dokument. Wer es weitergibt, gibt "
                    "alle Antworten im Anhang mit weiter."
                )
            ),
            text(
                _(
                    "Das Dokument liegt im Portal nur beim Check. Wird der Check gelöscht, ist es dort auch gelöscht; "
                    "bereits geladene Dateien bleiben, wo sie sind."
                )
            ),
        )
    ]


def _date(result: Result) -> str:
    return date_format(localtime(result.created_at), "DATE_FORMAT")


def _day(iso: str) -> str:
    return date_format(date.fromisoformat(str(iso)), "DATE_FORMAT")
