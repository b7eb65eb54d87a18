"""Screen of one page: its state, its figures, what was said about it, and the links to its draft."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.cache import add_never_cache_headers
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.admin import messages
from wagtail.admin.viewsets.base import ViewSet
from wagtail.models import Page

from digitalradar.core.back_office import Screen
from digitalradar.core.errors import DomainError

from .. import emails
from ..forms.care import LinkForm, SuccessorForm
from ..models import KnowledgePage, PreviewLink, ReviewComment
from ..queries.figures import figures, opened_by_month, searches_of
from ..queries.remarks import remarks_about
from ..services.preview_links import make_link, revoke_link
from ..services.retiring import retire
from .permissions import SEE_WORK

NAME = "knowledge_sheet"
COMMENTS_SHOWN, SEARCHES_SHOWN = 50, 20


class OfPage(Screen):
    """A screen about one page of the library."""

    permission = SEE_WORK
    header_icon = "doc-full"

    @cached_property
    def page(self) -> KnowledgePage:
        page = get_object_or_404(Page, pk=self.kwargs["page_id"]).specific
        if not isinstance(page, KnowledgePage):
            raise PermissionDenied
        return page

    @cached_property
    def may(self) -> Any:
        """What the user may do with the page."""
        return self.page.permissions_for_user(self.request.user)

    def get_parents(self) -> list[dict[str, str]]:
        return [{"url": reverse("knowledge_guides:index"), "label": _("Leitfäden")}]

    def get_page_subtitle(self) -> str:
        return ""


class SheetScreen(OfPage):
    """Everything about a page that is not its text."""

    template_name = "knowledge/back_office/sheet.html"

    def get_page_title(self) -> str:
        return self.page.draft_title

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = {
            "page": self.page,
            "may": self.may,
            "figures": figures([self.page])[0],
            "months": opened_by_month(self.page),
            "searches": searches_of(self.page)[:SEARCHES_SHOWN],
            "comments": self.page.page_ptr.feedback.exclude(comment="")[:COMMENTS_SHOWN],
            "remarks": remarks_about(self.page),
            "reviews": self.page.page_ptr.reviews.all(),
            "links": PreviewLink.objects.open().filter(page_id=self.page.pk),
            "form": LinkForm(),
            "step": self.page.current_workflow_task,
        }
        return super().get_context_data(**kwargs) | own | kwargs

    def post(self, request: HttpRequest, **kwargs: object) -> HttpResponse:
        if not self.may.can_edit():
            raise PermissionDenied
        act = {"make_link": self._make_link, "revoke_link": self._revoke_link}.get(request.POST.get("action"))
        return act() if act else self._mark_remark()

    def _make_link(self) -> HttpResponse:
        """Show the new link in this one answer; nobody can read it again."""
        form = LinkForm(self.request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=400)
        _link, secret = make_link(page=self.page, label=form.cleaned_data["label"])
        with override(self.page.locale.language_code):
            address = emails.address("knowledge:preview", secret)
        response = self.render_to_response(self.get_context_data(new_link=address))
        response["Referrer-Policy"] = "same-origin"
        add_never_cache_headers(response)
        return response

    def _revoke_link(self) -> HttpResponse:
        if revoke_link(page=self.page, link_id=self._number("link")):
            messages.success(self.request, _("Der Link führt ab sofort nicht mehr zum Entwurf."))
        return redirect(self.request.path)

    def _mark_remark(self) -> HttpResponse:
        remarks = ReviewComment.objects.filter(page_id=self.page.pk, pk=self._number("remark"))
        remarks.update(is_done=self.request.POST.get("done") == "1")
        return redirect(f"{self.request.path}#anmerkungen")

    def _number(self, name: str) -> int:
        sent = self.request.POST.get(name, "")
        return int(sent) if sent.isascii() and sent.isdecimal() and len(sent) < 18 else 0


class RetireScreen(OfPage):
    """Asks for the successor and takes the page down."""

    template_name = "knowledge/back_office/retire.html"

    def get_page_title(self) -> str:
        return _("„%(title)s“ zurückziehen") % {"title": self.page.title}

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not self.may.can_unpublish():
            messages.error(request, _("Diese Seite ist nicht veröffentlicht, oder Sie dürfen sie nicht zurückziehen."))
            return redirect("wagtailadmin_home")
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        own = {"page": self.page, "form": SuccessorForm(page=self.page), "translations": self._translations()}
        return super().get_context_data(**kwargs) | own | kwargs

    def post(self, request: HttpRequest, **kwargs: object) -> HttpResponse:
        form = SuccessorForm(request.POST, page=self.page)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=400)
        try:
            retire(page=self.page, user=request.user, successor=form.cleaned_data["successor"])
        except DomainError as refusal:
            messages.error(request, str(refusal))
            return redirect(request.path)
        messages.success(request, _("„%(title)s“ ist zurückgezogen.") % {"title": self.page.title})
        return redirect(f"{NAME}:index", self.page.pk)

    def _translations(self) -> list[Page]:
        return list(self.page.get_translations().live().select_related("locale"))


class SheetViewSet(ViewSet):
    """Addresses; no menu entry, because each belongs to a page."""

    name = NAME
    url_prefix = "wissen/seite"
    add_to_admin_menu = False

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("<int:page_id>/", SheetScreen.as_view(), name="index"),
            path("<int:page_id>/zurueckziehen/", RetireScreen.as_view(), name="retire"),
        ]
