from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from digitalradar.core import due_work, jobs


class TakeawayConfig(AppConfig):
    """What people take with them from the library: PDFs, checklists, a selection of their own."""

    name = "digitalradar.takeaway"
    verbose_name = _("Zum Mitnehmen")

    def ready(self) -> None:
        from . import retention
        from .services.documents import drop_unused, take_up_abandoned

        due_work.register("unused guide documents deleted", drop_unused, _("Unbenutzte PDF der Leitfäden löschen"))
        jobs.register_sweep("guide documents", take_up_abandoned)
        retention.register()
