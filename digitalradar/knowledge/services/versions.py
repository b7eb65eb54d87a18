"""Number and date of what is published. Files of the library bring both along; here is what people publish."""

from django.utils.timezone import localdate
from wagtail.models import PageLogEntry

from ..models import KnowledgePage
from ..models.wording import wording
from ..rules.versions import next_version


def number_draft(page: KnowledgePage) -> None:
    """Give a draft the number it will be published with: the next one if its text differs from what is public."""
    public = type(page).objects.filter(pk=page.pk, live=True).first() if page.pk else None
    if public is None:
        page.version = page.version or next_version("", localdate().year)
    elif wording(public) == wording(page):
        page.version = public.version
    else:
        page.version = next_version(public.version, localdate().year)


def date_publication(page: KnowledgePage) -> None:
    """Note today as the day on which this version was published; the same version once more keeps its day."""
    today = localdate()
    if page.published_on != today and page.version != _version_before(page):
        page.published_on = today
        type(page).objects.filter(pk=page.pk).update(published_on=today)


def _version_before(page: KnowledgePage) -> str | None:
    """Return the number under which the page was published last; Wagtail logs a publication after telling of it."""
    entries = PageLogEntry.objects.filter(page=page.pk, action="wagtail.publish").order_by("-timestamp", "-pk")
    entry = entries.select_related("revision").first()
    return entry.revision.content.get("version") if entry and entry.revision else None
