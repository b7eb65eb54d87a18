"""The head of a page: breadcrumb, title, promise and strip of facts."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import override

from ..models import KnowledgePage
from .strip import strip


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
