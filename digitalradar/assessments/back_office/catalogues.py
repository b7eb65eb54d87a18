"""Screens „Kataloge und Fassungen“: list, read, compare, activate."""

from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.widgets.button import HeaderButton

from digitalradar.core.back_office.screen import Screen, ScreenViewSet
from digitalradar.core.errors import DomainError

from ..models import CatalogueVersion
from ..queries.back_office import listed_versions
from ..queries.catalogues import document, questionnaire
from ..services.activation import activate_by_hand
from .comparison_page import comparison_page
from .forms import ComparisonForm
from .permissions import ACTIVATE_CATALOGUES, READ_CATALOGUES
from .reading import reading

NAME = "check_catalogues"
PER_PAGE = 20


class CatalogueScreen(Screen):
    """What the pages about catalogues share."""

    permission = READ_CATALOGUES
    header_icon = "list-ul"

    def get_parents(self) -> list[dict[str, str]]:
        return [{"url": reverse(f"{NAME}:index"), "label": _("Kataloge und Fassungen")}]

    @cached_property
    def version(self) -> CatalogueVersion:
        return get_object_or_404(CatalogueVersion.objects.defer("content"), pk=self.kwargs["pk"])

    @cached_property
    def title(self) -> str:
        return f"{document(self.version.pk)['title']} {self.version.version}"


class ListScreen(CatalogueScreen):
    """All loaded versions."""

    template_name = "assessments/back_office/catalogues.html"
    page_title = gettext_lazy("Kataloge und Fassungen")

    def get_parents(self) -> list[dict[str, str]]:
        return []

    def get_header_buttons(self) -> list[HeaderButton]:
        return [HeaderButton(_("Fassungen vergleichen"), url=reverse(f"{NAME}:compare"), icon_name="copy")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page = WagtailPaginator(CatalogueVersion.objects.all(), PER_PAGE).get_page(self.request.GET.get("p"))
        listed = listed_versions(page.object_list)
        return super().get_context_data(**kwargs) | {"rows": listed, "page_obj": page}


class ReadScreen(CatalogueScreen):
    """One version with everything in it; ``?sprache=en`` shows it in another language."""

    template_name = "assessments/back_office/catalogue.html"

    def get_page_title(self) -> str:
        return self.title

    def get_header_buttons(self) -> list[HeaderButton]:
        compare = HeaderButton(
            _("Vergleichen"), url=f"{reverse(f'{NAME}:compare')}?neu={self.version.pk}", icon_name="copy"
        )
        if self.version.is_active or not self.request.user.has_perm(ACTIVATE_CATALOGUES):
            return [compare]
        address = reverse(f"{NAME}:activate", args=[self.version.pk])
        return [compare, HeaderButton(_("Freischalten"), url=address, icon_name="check")]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        languages = dict(settings.LANGUAGES)
        asked = self.request.GET.get("sprache", "de")
        asked = asked if asked in languages else "de"
        texts = questionnaire(self.version.pk, asked)
        own = {"version": self.version, "texts": texts, "reading": reading(texts), "languages": languages}
        return super().get_context_data(**kwargs) | own | {"asked": asked, "unfolded": "alles" in self.request.GET}


class CompareScreen(CatalogueScreen):
    """Two versions side by side: ``?alt=1&neu=2``."""

    template_name = "assessments/back_office/comparison.html"
    page_title = gettext_lazy("Fassungen vergleichen")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        form = ComparisonForm(self.request.GET)
        own: dict[str, Any] = {"form": form}
        if form.is_valid():
            old, new = form.cleaned_data["alt"], form.cleaned_data["neu"]
            own |= {"old": old, "new": new, "comparison": comparison_page(old.pk, new.pk)}
        return super().get_context_data(**kwargs) | own


class ActivateScreen(CatalogueScreen):
    """Says what follows; a post does it."""

    permission = ACTIVATE_CATALOGUES
    template_name = "assessments/back_office/activate.html"
    page_title = gettext_lazy("Fassung freischalten")

    def get_parents(self) -> list[dict[str, str]]:
        address = reverse(f"{NAME}:read", args=[self.version.pk])
        return [*super().get_parents(), {"url": address, "label": self.title}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        others = CatalogueVersion.objects.filter(catalogue=self.version.catalogue, is_active=True)
        own = {"version": self.version, "title": self.title, "current": others.defer("content").first()}
        return super().get_context_data(**kwargs) | own

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        try:
            activate_by_hand(version=self.version, user=request.user)
        except DomainError as refusal:
            messages.error(request, str(refusal))
            return redirect(f"{NAME}:read", pk=self.version.pk)
        messages.success(request, _("%(version)s gilt jetzt für neue Durchläufe.") % {"version": self.title})
        return redirect(f"{NAME}:index")


class CatalogueViewSet(ScreenViewSet):
    """Addresses and menu entry."""

    name = NAME
    url_prefix = "checks/kataloge"
    menu_label = gettext_lazy("Kataloge und Fassungen")
    icon = "list-ul"
    menu_order = 10
    permission = READ_CATALOGUES

    def get_urlpatterns(self) -> list[Any]:
        return [
            path("", ListScreen.as_view(), name="index"),
            path("vergleich/", CompareScreen.as_view(), name="compare"),
            path("<int:pk>/", ReadScreen.as_view(), name="read"),
            path("<int:pk>/freischalten/", ActivateScreen.as_view(), name="activate"),
        ]
