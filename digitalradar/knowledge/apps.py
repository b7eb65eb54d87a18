from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from digitalradar.core import starter


class KnowledgeConfig(AppConfig):
    name = "digitalradar.knowledge"
    verbose_name = _("Wissen")

    def ready(self) -> None:
        from . import publication, search_source
        from .starter import load_shelves

        publication.connect()
        search_source.register()
        starter.register("library shelves", load_shelves, order=45)
