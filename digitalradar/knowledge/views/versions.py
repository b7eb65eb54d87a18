"""The versions of a page, for everybody to read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from digitalradar.core.page_cache import cacheable, page_tag

from ..forms.comparison import ComparisonForm
from ..presentation.versions import differences, version_rows
from ..queries.versions import published_versions
from .found import library_page, offer_translations


def versions(request: HttpRequest, shelf: str, slug: str) -> HttpResponse:
    """List the published versions and show what changed between two of them."""
    page = library_page(request, shelf, slug)
    offer_translations(request, page, "versionen/")
    known = {str(version.pk): version for version in published_versions(page)}
    rows = version_rows(list(known.values()))
    asked = {name: request.GET[name] for name in ("von", "bis") if name in request.GET}
    form = ComparisonForm([(row.key, row.words) for row in rows], asked)
    is_comparable = len(known) > 1 and form.is_valid()
    context = {
        "page": page,
        "shelf": page.get_parent(),
        "rows": rows,
        "form": form,
        "changes": differences(*(known[key] for key in form.pair())) if is_comparable else None,
        "has_choice": len(known) > 1,
    }
    response = render(request, "knowledge/versions.html", context, status=400 if asked and not is_comparable else 200)
    return cacheable(response, page_tag(page.pk), page_tag(context["shelf"].pk))
