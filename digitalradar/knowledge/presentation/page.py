"""Everything a page of the library shows, for its template."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override

from digitalradar.topics.queries import contact_for

from ..models import GuidePage, KnowledgePage, PracticeReportPage, TechnologyPage
from .article import article_html
from .strip import strip
from .structured_data import public_address, structured_data

SLOTS = {GuidePage: "guide", TechnologyPage: "technology", PracticeReportPage: "report"}


def page_context(page: KnowledgePage, request: HttpRequest) -> dict[str, Any]:
    """Return what the templates of the three kinds of pages show besides ``page``."""
    language = page.locale.language_code
    slot = SLOTS[type(page)]
    return {
        "head": head_html(page, language),
        "article": article_html(page, language),
        "slots": {"top": f"{slot}.top", "aside": f"{slot}.aside", "end": f"{slot}.end"},
        "contact": contact_for(page.dimension_id),
        "share": share(page),
        "structured_data": structured_data(page),
    }


def head_html(page: KnowledgePage, language: str) -> SafeString:
    """Return breadcrumb, title, promise and strip of facts as safe HTML; as lasting as ``article_html``."""
    with override(language):
        shelf = page.get_parent()
        context = {
            "page": page,
            "kind": page._meta.verbose_name,
            "shelf": {"label": shelf.title, "url": shelf.get_url()},
            "topic": {"id": page.topic_field_id, "label": page.topic_field.local_title},
            "facts": strip(page),
        }
        return render_to_string("knowledge/head.html", context)


def share(page: KnowledgePage) -> dict[str, str]:
    """Return the address to pass on, and a link that opens a mail with it."""
    url = public_address(page)
    text = _("Diese Seite könnte Sie interessieren: %(title)s") % {"title": page.title}
    mail = urlencode({"subject": page.title, "body": f"{text}\n{url}"}).replace("+", "%20")
    return {"url": url, "mail_url": f"mailto:?{mail}"}
