from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "digitalradar.core"
    verbose_name = "Digitalradar"

    def ready(self) -> None:
        from . import due_work, housekeeping
        from .checkups import register
        from .page_cache import following
        from .publishing import publish_planned

        register()
        following.connect()
        housekeeping.register()
        due_work.register("planned publications", publish_planned, _("Geplante Veröffentlichungen"))
