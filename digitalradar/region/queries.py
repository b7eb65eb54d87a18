"""What pages read about the region: usually without a query."""

from dataclasses import dataclass

from django.utils.translation import get_language
from wagtail.images.models import AbstractImage

from digitalradar.core import page_cache
from digitalradar.core.letterhead import Letterhead
from digitalradar.core.localized import localized

from .models import ContactPerson, Partner, Region, phone_link


@dataclass(frozen=True)
class Picture:
    """One image in the size in which pages show it."""

    url: str
    width: int
    height: int


@dataclass(frozen=True)
class RegionView:
    """The region in one language, ready to be shown; a region that nobody has set up is empty."""

    name: str = ""
    wordmark: str = ""
    about: str = ""
    phone: str = ""
    phone_link: str = ""
    hours: str = ""
    report_email: str = ""
    logo: Picture | None = None
    funding_statement: str = ""
    funding_emblem: Picture | None = None
    funding_url: str = ""
    hidden_parts: frozenset[str] = frozenset()
    is_example: bool = False


def current_region() -> RegionView:
    """Return the region in the language of the page."""
    return _region(get_language())


def hidden_parts() -> frozenset[str]:
    """Return the parts of the portal that the region has switched off."""
    return current_region().hidden_parts


def sender() -> Letterhead:
    """Return who writes: the name, telephone and hours that stand in every message."""
    region = current_region()
    return Letterhead(name=region.name, phone=region.phone, hours=region.hours, is_example=region.is_example)


def contact_people() -> list[ContactPerson]:
    """Return everybody a firm can ring up, in the region's order."""
    return list(ContactPerson.objects.with_photos())


def partners() -> list[Partner]:
    """Return the partners in the region's order."""
    return list(Partner.objects.select_related("logo").prefetch_related("logo__renditions"))


@page_cache.remember(page_cache.FRAME)
def _region(language: str | None) -> RegionView:
    """Return the region; ``language`` is the active one."""
    region = Region.base_queryset().first()
    if region is None:
        return RegionView()
    return RegionView(
        name=region.name,
        wordmark=region.wordmark or region.name[:28],
        about=localized(region, "about"),
        phone=region.phone,
        phone_link=phone_link(region.phone),
        hours=localized(region, "hours"),
        report_email=region.report_email,
        logo=_picture(region.logo, "max-320x80"),
        funding_statement=localized(region, "funding_statement"),
        funding_emblem=_picture(region.funding_emblem, "max-480x160"),
        funding_url=region.funding_url,
        hidden_parts=frozenset(region.hidden_parts),
        is_example=region.is_example,
    )


def _picture(image: AbstractImage | None, size: str) -> Picture | None:
    if image is None:
        return None
    rendition = image.get_rendition(size)
    return Picture(url=rendition.url, width=rendition.width, height=rendition.height)
