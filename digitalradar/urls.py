"""All addresses: German ones without prefix, English ones below /en/ (product.md, section 4)."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls
from wagtail.urls import serve_pattern

from digitalradar.api.views.documentation import docs as api_docs
from digitalradar.core.views.media import media
from digitalradar.core.views.pages import page
from digitalradar.website.crawlers import robots, sitemap

handler400 = "digitalradar.core.views.errors.bad_request"
handler403 = "digitalradar.core.views.errors.permission_denied"
handler404 = "digitalradar.core.views.errors.not_found"
handler500 = "digitalradar.core.views.errors.server_error"

urlpatterns = [
    path("verwaltung/", include(wagtailadmin_urls)),
    path("dokumente/", include(wagtaildocs_urls)),
    path("", include("digitalradar.core.urls")),
    path("media/<path:path>", media),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    *i18n_patterns(path("api/v1/docs/", api_docs, name="api-docs"), prefix_default_language=False),
    path("api/", include("digitalradar.api.urls")),
    *i18n_patterns(
        path("check/", include("digitalradar.assessments.urls")),
        path("", include("digitalradar.website.urls")),
        path("", include("digitalradar.focusgroups.urls")),
        path("", include("digitalradar.tastings.urls")),
        path("", include("digitalradar.programmes.urls")),
        path("", include("digitalradar.events.urls")),
        path("", include("digitalradar.knowledge.urls")),
        path("", include("digitalradar.takeaway.urls")),
        re_path(serve_pattern, page, name="wagtail_serve"),  # before Wagtail's own, which is found by the same name
        path("", include(wagtail_urls)),
        prefix_default_language=False,
    ),
]
