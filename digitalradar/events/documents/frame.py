"""What stands around the parts of every paper about a date."""

from pathlib import Path

from django.conf import settings
from django.utils.formats import date_format
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _

from digitalradar.core.typst import Pdf, build_pdf
from digitalradar.core.typst.blocks import Block
from digitalradar.core.typst.polishing import polished
from digitalradar.region.queries import current_region

from ..models import Occurrence

LAYOUT = Path(__file__).resolve().parent / "paper.typ"
PAGE, PAGES = "{page}", "{pages}"  # filled in by the layout


def paper(occurrence: Occurrence, title: str, eyebrow: str, blocks: list[Block], *, language: str) -> Pdf:
    """Return the PDF; it names the support where the date is funded (Regulation (EU) 2021/1060, article 50(1))."""
    region = current_region()
    data = {
        "lang": language,
        "title": title,
        "publisher": region.name or "Digitalradar",
        "check": occurrence.title,
        "date_line": _("Erstellt am %(day)s") % {"day": date_format(localtime(now()), "SHORT_DATE_FORMAT")},
        "portal": settings.PUBLIC_URL.partition("://")[2],
        "page_line": _("Seite %(page)s von %(pages)s") % {"page": PAGE, "pages": PAGES},
        "region": region.name,
        "eyebrow": eyebrow,
        "example": _("Beispieldaten: frei erfunden.") if occurrence.is_example else "",
        "funding": region.funding_statement if occurrence.is_funded else "",
        "blocks": blocks,
    }
    return build_pdf(LAYOUT, polished(data), created_at=now())


def when(occurrence: Occurrence) -> str:
    """Say day and time on the wall of the place."""
    begin, end = occurrence.local_start, occurrence.local_end
    values = {"day": date_format(begin, "l, j. F Y"), "begin": f"{begin:%H:%M}", "end": f"{end:%H:%M}"}
    return _("%(day)s, %(begin)s bis %(end)s Uhr") % values


def where(occurrence: Occurrence) -> str:
    """Say the place, or that it is online."""
    if occurrence.place is None:
        return str(occurrence.get_mode_display())
    return ", ".join(filter(None, [str(occurrence.place), occurrence.room]))
