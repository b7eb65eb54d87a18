from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from digitalradar.core import starter


class KnowledgeConfig(AppConfig):
    name = "digitalradar.knowledge"
    verbose_name = _("Wissen")

    def ready(self) -> None:
        from wagtail import hooks

        from . import cache_tags, editorial, menu, publication, search_source
        from .presentation.rendered import store_outdated
        from .services.library import load_on_start
        from .starter import load_shelves
        from .views.listing import serve_shelves

        publication.connect()
        cache_tags.connect()
        menu.register()
        editorial.register()
        search_source.register()
        hooks.register("on_serve_page", serve_shelves, order=10)  # 0 is Wagtail's look at who may read a page
        starter.register("library shelves", load_shelves, order=45)
        starter.register("library", load_on_start, order=60)
        starter.register("articles", store_outdated, order=95)
