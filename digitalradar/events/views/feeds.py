"""Dates for other programs: calendars to subscribe to, one date as a file, an Atom feed."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from digitalradar.core.errors import Gone, NotFound
from digitalradar.core.page_cache import FRAME
from digitalradar.core.private_pages import protect
from digitalradar.topics.models import TopicField

from ..cache_tags import EVENTS, event_tag
from ..calendar.feeds import own_calendar, public_calendar, single_date
from ..feeds import atom_feed
from ..kinds import kinds
from ..models import Occurrence, Series
from ..queries.calendar import next_turn
from ..queries.feeds import own_dates, public_dates
from ..services.personal_feeds import owner_of
from .event import event_or_404
from .keeping import kept

CALENDAR = "text/calendar; charset=utf-8"


@require_safe
def calendar_feed(request: HttpRequest) -> HttpResponse:
    """All public dates, or those of one format (``format``), topic (``thema``) or series (``reihe``)."""
    asked = {name: request.GET.get(name, "").replace("\0", "")[:100] for name in ("format", "thema", "reihe")}
    titles = [_title_of(name, value) for name, value in asked.items() if value]
    dates = public_dates(kind=asked["format"], topic=asked["thema"], series=asked["reihe"])
    answer = HttpResponse(public_calendar(dates, ", ".join(titles)), content_type=CALENDAR)
    return kept(answer, EVENTS, FRAME, *map(_tag, dates), visit="events-calendar", until=next_turn())


@require_safe
def event_file(request: HttpRequest, slug: str) -> HttpResponse:
    """One date as a file for any calendar."""
    occurrence = event_or_404(slug)
    answer = HttpResponse(single_date(occurrence), content_type=CALENDAR)
    answer["Content-Disposition"] = f'attachment; filename="{occurrence.slug}.ics"'
    return kept(answer, _tag(occurrence), FRAME, visit="event-file", until=None)


@require_safe
def personal_feed(request: HttpRequest, token: str) -> HttpResponse:
    """The dates at which the owner of a secret address has a place."""
    person = owner_of(token)
    if person is None:
        raise Gone
    return protect(HttpResponse(own_calendar(own_dates(person)), content_type=CALENDAR))


@require_safe
def atom(request: HttpRequest) -> HttpResponse:
    """The dates to come that were published last."""
    feed = atom_feed()
    answer = HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
    return kept(answer, EVENTS, FRAME, visit="events-atom", until=next_turn())


def _tag(occurrence: Occurrence) -> str:
    return event_tag(occurrence.pk)


def _title_of(name: str, value: str) -> str:
    """Return the name of what is asked for; a calendar of nothing would stay empty without anybody noticing."""
    found = {
        "format": lambda: kinds()[value].plural if value in kinds() else "",
        "thema": lambda: next((topic.local_title for topic in TopicField.objects.filter(pk=value)), ""),
        "reihe": lambda: next(iter(Series.objects.filter(slug=value).values_list("title", flat=True)), ""),
    }[name]()
    if not found:
        raise NotFound(_("Diesen Kalender gibt es nicht. Vielleicht hat sich die Adresse geändert."))
    return found
