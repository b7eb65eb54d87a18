"""Ways to pass a page on."""

from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import override

from ..models import KnowledgePage
from .structured_data import public_address


def share(page: KnowledgePage) -> dict[str, str]:
    """Return the address to pass on, and a link that opens a mail with it."""
    url = public_address(page)
    with override(page.locale.language_code):
        text = _("Diese Seite könnte Sie interessieren: %(title)s") % {"title": page.title}
    mail = urlencode({"subject": page.title, "body": f"{text}\n{url}"}).replace("+", "%20")
    return {"url": url, "mail_url": f"mailto:?{mail}"}
