"""What a group has released, as an Atom feed."""

from datetime import UTC, datetime, time

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.timezone import get_current_timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from digitalradar.core.page_cache import cacheable

from ..cache_tags import group_tag
from ..models import Contribution
from ..queries.contributions import public_contributions
from ..queries.groups import released_impulses
from .groups import group_or_404

ENTRIES = 30


@require_safe
def feed(request: HttpRequest, slug: str) -> HttpResponse:
    """Tell programs of talks and of texts with a name.

    Texts without a name stand on the page alone: an entry of a feed has a time, which would tell of their author.
    """
    group = group_or_404(slug)
    address = settings.PUBLIC_URL + reverse("focusgroups:group", args=[group.slug])
    atom = Atom1Feed(
        title=group.title,
        link=address,
        description=group.summary,
        language="de",
        feed_url=settings.PUBLIC_URL + reverse("focusgroups:feed", args=[group.slug]),
        feed_guid=address,
    )
    for impulse in released_impulses(group)[:ENTRIES]:
        moment = datetime.combine(impulse.released_on, time(), get_current_timezone())
        title = _("Impuls: %(title)s") % {"title": impulse.title}
        _add(atom, f"impulse-{impulse.pk}", title, address, impulse.summary, impulse.speaker, moment)
    for contribution in public_contributions(group)[:ENTRIES]:
        kind = Contribution.Kind(contribution.kind).label
        title = _("%(kind)s von %(name)s") % {"kind": kind, "name": contribution.public_name}
        url, moment = f"{address}#beitrag-{contribution.pk}", contribution.public_since
        _add(atom, f"contribution-{contribution.pk}", title, url, contribution.text, contribution.public_name, moment)
    response = HttpResponse(atom.writeString("utf-8"), content_type=atom.content_type)
    return cacheable(response, group_tag(group.pk), framed=False, visit="feed")


def _add(atom: Atom1Feed, key: str, title: str, url: str, text: str, name: str, moment: datetime) -> None:
    atom.add_item(
        title=title,
        link=url,
        description=text,
        author_name=name,
        unique_id=f"{settings.PUBLIC_URL}/#focus-group-{key}",
        pubdate=moment.astimezone(UTC),
        updateddate=moment.astimezone(UTC),
    )
