"""The dates that were published last, as an Atom feed (RFC 4287)."""

from django.utils.feedgenerator import Atom1Feed
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from digitalradar.region.queries import current_region

from .addresses import event_url, whole
from .models import Occurrence
from .presentation.rows import where
from .presentation.times import weekday_and_span
from .queries.feeds import newest_dates
from .xml_text import xml_text

ENTRIES = 30


def atom_feed() -> Atom1Feed:
    """Return the feed in the active language."""
    language = get_language() or "de"
    feed = Atom1Feed(
        title=_("Neue Termine im Digitalradar %(region)s") % {"region": current_region().name},
        link=whole("events:calendar", language=language),
        description=_("Fokusgruppen, Tech-Tastings, Vorträge und alles andere, wo man sich trifft."),
        language=language,
        feed_url=whole("events:atom", language=language),
    )
    for occurrence in newest_dates(ENTRIES):
        _add(feed, occurrence, language)
    return feed


def _add(feed: Atom1Feed, occurrence: Occurrence, language: str) -> None:
    feed.add_item(
        title=xml_text(occurrence.title),
        link=event_url(occurrence, language),
        description=xml_text(_summary(occurrence)),
        unique_id=f"urn:uuid:{occurrence.uid}",
        pubdate=occurrence.publish_at,
        updateddate=max(occurrence.changed_at, occurrence.publish_at or occurrence.changed_at),
        categories=[occurrence.format.title],
    )


def _summary(occurrence: Occurrence) -> str:
    lines = [_("Dieser Termin ist abgesagt.")] if occurrence.state == Occurrence.State.CANCELLED else []
    lines += [_when(occurrence), where(occurrence), occurrence.summary]
    if occurrence.is_example:
        lines.append(_("Beispieldaten: Diesen Termin gibt es nicht."))
    return "\n".join(lines)


def _when(occurrence: Occurrence) -> str:
    told = {"date": date_format(occurrence.local_start, "DATE_FORMAT"), "day_and_time": weekday_and_span(occurrence)}
    return _("%(date)s, %(day_and_time)s") % told
