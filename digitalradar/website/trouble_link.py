"""Where „Woran hakt es?“ lies, for pages that invite to it."""

from django.apps import apps

from digitalradar.core.page_cache import remember

TAG = "pages:website.troublepage"  # page_cache.kind_tag of the page, whose module leans on this one


@remember(TAG)
def trouble_url(language: str) -> str:
    """Return the address in a language; empty where staff have taken the page away."""
    pages = apps.get_model("website", "TroublePage").objects.live()
    page = pages.filter(locale__language_code=language).first()
    return (page.get_url() or "") if page else ""
