"""Take a page of the library down without leaving its readers at a closed door."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.contrib.redirects.models import Redirect

from digitalradar.core.errors import DomainError

from ..models import KnowledgePage


@transaction.atomic
def retire(*, page: KnowledgePage, user: AbstractBaseUser, successor: KnowledgePage | None = None) -> None:
    """Unpublish a page; its address, and those that led to it, lead to ``successor`` from now on.

    Without a successor they answer "not found". Measures of the checks that name the page show their own text again.
    Raises DomainError for a successor that is not public, PermissionDenied for who may not unpublish.
    """
    if successor is not None and (not successor.live or successor.pk == page.pk):
        raise DomainError(_("Der Nachfolger muss eine andere, veröffentlichte Seite sein."))
    address = Redirect.normalise_path(page.get_url() or "")
    UnpublishPageAction(page, user=user).execute()
    if successor is None:
        return
    Redirect.objects.filter(redirect_page_id=page.pk).update(redirect_page_id=successor.pk)
    Redirect.objects.update_or_create(
        old_path=address, site=None, defaults={"redirect_page_id": successor.pk, "is_permanent": False}
    )
