"""Who wrote a page, who checked it, and when it is looked at again."""

from django.utils.translation import gettext as _

from ..models import KnowledgePage, PracticeReportPage
from .dates import day


def about(page: KnowledgePage) -> list[dict[str, str]]:
    """Return terms and texts for the list at the end of a page; what is not known is left out."""
    entries = [
        (_("Verfasst von"), page.author),
        (_("Fachprüfung"), _review(page)),
        (_("Fassung"), page.version),
        (_("Veröffentlicht am"), day(page.published_on) if page.published_on else ""),
        (_("Nächste Prüfung"), day(page.next_review) if page.next_review else ""),
    ]
    return [{"term": term, "text": text} for term, text in entries if text]


def _review(page: KnowledgePage) -> str:
    if not page.reviewed_on:
        return "" if isinstance(page, PracticeReportPage) else _("steht noch aus")
    values = {"who": page.reviewed_by, "when": day(page.reviewed_on), "version": page.reviewed_version}
    if page.reviewed_version:
        return _("%(who)s, %(when)s, Fassung %(version)s") % values
    return _("%(who)s, %(when)s") % values
