"""Links by which people without account read a draft."""

from django.db import transaction
from django.utils.timezone import now
from wagtail.models import Page

from digitalradar.core.tokens import TOKEN_PATTERN, hash_token, new_token

from ..models import PreviewLink

MOST_PER_PAGE = 20


@transaction.atomic
def make_link(*, page: Page, label: str) -> tuple[PreviewLink, str]:
    """Return a new link and its secret, which is stored nowhere; the oldest go when there are too many."""
    secret = new_token()
    link = PreviewLink.objects.create(page_id=page.pk, token_hash=hash_token(secret), label=label)
    surplus = PreviewLink.objects.filter(page_id=page.pk).order_by("-created_at", "-pk")[MOST_PER_PAGE:]
    PreviewLink.objects.filter(pk__in=[old.pk for old in surplus]).delete()
    return link, secret


def revoke_link(*, page: Page, link_id: int) -> bool:
    """End a link at once; tell whether there was one."""
    deleted, _by_model = PreviewLink.objects.filter(page_id=page.pk, pk=link_id).delete()
    return deleted > 0


def find_link(token: str) -> PreviewLink | None:
    """Return the link with this secret if it has not ended."""
    if not TOKEN_PATTERN.fullmatch(token):
        return None
    return PreviewLink.objects.open().select_related("page").filter(token_hash=hash_token(token)).first()


def delete_ended_links() -> int:
    """Delete links whose two weeks are over; return how many."""
    deleted, _by_model = PreviewLink.objects.filter(expires_at__lte=now()).delete()
    return deleted
