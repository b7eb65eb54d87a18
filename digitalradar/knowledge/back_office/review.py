"""Screens of the reviewers: what waits, and one text to read, remark on and decide about."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.models import Page, TaskState

from digitalradar.core.back_office import Screen, ScreenViewSet
from digitalradar.core.errors import DomainError
from digitalradar.core.private_pages import protect

from ..draft_panels import DraftVisit
from ..forms.review import AgreementForm, RemarkForm, ReturnForm
from ..queries.remarks import remarks_about
from ..queries.reviews import may_review, open_review, waiting_for_review
from ..services.reviews import agree, remark, send_back
from ..views.drafts import draft_response

NAME = "knowledge_review"
AGREE, RETURN, REMARK = "agree", "return", "remark"


class ForReviewers:
    """Only members of the groups that review; everybody else is led back with a sentence."""

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not may_review(request.user):
            messages.error(request, _("Diese Seite ist für die Fachprüfung. Ihre Verwaltung kann Sie aufnehmen."))
            return redirect("wagtailadmin_home")
        return super().dispatch(request, *args, **kwargs)


class WaitingScreen(ForReviewers, Screen):
    """What lies with the reviewers."""

    permission = "wagtailadmin.access_admin"
    template_name = "knowledge/back_office/waiting.html"
    page_title = gettext_lazy("Zu prüfen")
    header_icon = "clipboard-list"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(**kwargs) | {"waiting": waiting_for_review()}


class ReadScreen(ForReviewers, View):
    """The draft on its own page, with forms below it."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.page = get_object_or_404(Page, pk=kwargs["page_id"]).specific

    @cached_property
    def state(self) -> TaskState | None:
        return open_review(self.page)

    def get(self, request: HttpRequest, **kwargs: object) -> HttpResponse:
        return self._shown() if self.state else self._ended()

    def post(self, request: HttpRequest, **kwargs: object) -> HttpResponse:
        if self.state is None:
            return self._ended()
        handle = {AGREE: self._agree, RETURN: self._send_back}.get(request.POST.get("action"), self._remark)
        try:
            return handle()
        except DomainError as refusal:
            messages.error(request, str(refusal))
            return redirect(request.path)

    def _agree(self) -> HttpResponse:
        form = AgreementForm(self.request.POST, prefix=AGREE)
        if not form.is_valid():
            return self._shown(agreement=form)
        agree(reviewer=form.reviewer, comment=form.cleaned_data["comment"], **self._decision())
        return self._done(_("„%(title)s“ ist fachlich geprüft und liegt nun bei der Veröffentlichung."))

    def _send_back(self) -> HttpResponse:
        form = ReturnForm(self.request.POST, prefix=RETURN)
        if not form.is_valid():
            return self._shown(**{RETURN: form})
        send_back(comment=form.cleaned_data["comment"], **self._decision())
        return self._done(_("„%(title)s“ ist mit Ihrer Begründung zurück bei der Redaktion."))

    def _remark(self) -> HttpResponse:
        form = RemarkForm(self.request.POST, page=self.draft, asks_name=False)
        if not form.is_valid():
            return self._shown(remark=form)
        remark(page=self.page, revision=self.state.revision, user=self.request.user, **form.cleaned_data)
        messages.success(self.request, _("Ihre Anmerkung ist bei der Redaktion."))
        return redirect(f"{self.request.path}#anmerkungen")

    @cached_property
    def draft(self) -> Page:
        return self.state.revision.as_object()

    def _decision(self) -> dict[str, Any]:
        sent = self.request.POST.get("revision", "")
        number = int(sent) if sent.isascii() and sent.isdecimal() and len(sent) < 18 else 0
        return {"page": self.page, "user": self.request.user, "revision_id": number}

    def _shown(self, **bound: Any) -> HttpResponse:
        name = self.request.user.get_full_name()
        forms = {
            "remark": RemarkForm(page=self.draft, asks_name=False),
            "agreement": AgreementForm(prefix=AGREE, initial={"name": name}),
            "return": ReturnForm(prefix=RETURN),
            "revision": self.state.revision_id,
        }
        visit = DraftVisit(
            self.draft,
            forms | bound,
            remarks=remarks_about(self.draft),
            may_decide=True,
            back_url=reverse(f"{NAME}:index"),
        )
        return protect(draft_response(self.request, visit, status=400 if bound else 200))

    def _done(self, sentence: str) -> HttpResponse:
        messages.success(self.request, sentence % {"title": self.draft.title})
        return redirect(f"{NAME}:index")

    def _ended(self) -> HttpResponse:
        messages.info(self.request, _("Dieser Text liegt nicht (mehr) bei der Fachprüfung."))
        return redirect(f"{NAME}:index")


class ReviewViewSet(ScreenViewSet):
    """Addresses and menu entry."""

    name = NAME
    url_prefix = "wissen/pruefen"
    menu_label = gettext_lazy("Zu prüfen")
    icon = "clipboard-list"
    menu_order = 5

    @cached_property
    def menu_item_class(self) -> type[MenuItem]:
        class ReviewersItem(MenuItem):
            def is_shown(self, request: HttpRequest) -> bool:
                return may_review(request.user)

        return ReviewersItem

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", WaitingScreen.as_view(), name="index"),
            path("<int:page_id>/", ReadScreen.as_view(), name="read"),
        ]
