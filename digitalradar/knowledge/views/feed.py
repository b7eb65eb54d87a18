"""New guides as an Atom feed."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from digitalradar.core.page_cache import FRAME, SITES, cacheable, kind_tag, page_tag
from digitalradar.region.queries import current_region

from ..models import GuideIndexPage, GuidePage
from ..presentation.structured_data import public_address
from .found import page_below

ENTRIES = 30


@require_safe
def feed(request: HttpRequest, shelf: str) -> HttpResponse:
    """Tell programs which guides were published last, in the language of the address."""
    page = page_below(request, shelf)
    if not isinstance(page, GuideIndexPage):
        raise Http404
    address = public_address(page)
    atom = Atom1Feed(
        title=_("Neue Leitfäden im Digitalradar %(region)s") % {"region": current_region().name},
        link=address,
        description=page.intro,
        language=page.locale.language_code,
        feed_url=f"{address}feed.atom",
        feed_guid=address,
    )
    for guide in _newest(page):
        url = public_address(guide)
        atom.add_item(
            title=guide.title,
            link=url,
            description=guide.promise,
            unique_id=f"{settings.PUBLIC_URL}/#guide-{guide.identifier}-{guide.locale.language_code}",
            pubdate=guide.first_published_at,
            updateddate=guide.last_published_at,
            categories=[guide.topic_field.local_title],
        )
    response = HttpResponse(atom.writeString("utf-8"), content_type=atom.content_type)
    return cacheable(
        response, FRAME, SITES, kind_tag(GuidePage), page_tag(page.pk), daily=False, framed=False, visit="feed"
    )


def _newest(shelf: GuideIndexPage) -> list[GuidePage]:
    guides = GuidePage.objects.live().public().child_of(shelf).select_related("locale", "topic_field")
    return list(guides.defer_streamfields().order_by("-first_published_at", "-pk")[:ENTRIES])
