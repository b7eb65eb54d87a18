"""Back office: the group „Wissen“, the editor of library pages, and the way from a page to its sheet."""

from collections.abc import Iterator

from django.contrib.auth.models import AbstractBaseUser, Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from .back_office.home_panel import ReviewPanel
from .back_office.menu import KnowledgeGroup
from .back_office.permissions import SEE_WORK
from .back_office.records import FactViewSet, TermViewSet
from .back_office.sheet import SheetViewSet
from .forms.page import KnowledgePageForm
from .publication import KINDS
from .queries.reviews import may_review

for model in KINDS:
    model.edit_handler.base_form_class = KnowledgePageForm

register_snippet(FactViewSet)
register_snippet(TermViewSet)


@hooks.register("register_admin_viewset")
def register_knowledge() -> list[object]:
    """Put the group and its screens into the back office."""
    return [KnowledgeGroup(), SheetViewSet()]


@hooks.register("register_permissions")
def register_knowledge_permission() -> QuerySet[Permission]:
    """Offer the permission of plan and statistics when groups are edited."""
    return Permission.objects.filter(content_type__app_label="knowledge", content_type__model="review")


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def page_buttons(page: Page, user: AbstractBaseUser, next_url: str | None = None, **_view: object) -> Iterator[Button]:
    """Lead from a page of the library to its sheet, and to its retirement."""
    if page.specific_class not in KINDS or not user.has_perm(SEE_WORK):
        return
    yield Button(
        _("Stand, Zahlen, Vorschaulinks"),
        url=reverse("knowledge_sheet:index", args=[page.pk]),
        icon_name="clipboard-list",
        priority=15,
    )
    if page.permissions_for_user(user).can_unpublish():
        yield Button(
            _("Zurückziehen mit Nachfolger"),
            url=reverse("knowledge_sheet:retire", args=[page.pk]),
            icon_name="redirect",
            priority=55,
        )


@hooks.register("construct_homepage_panels")
def add_review_panel(request: HttpRequest, panels: list[object]) -> None:
    """Show reviewers on the first page what waits for them."""
    if may_review(request.user):
        panels.append(ReviewPanel())
