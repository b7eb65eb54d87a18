from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from digitalradar.core import due_work, jobs, panels


class TakeawayConfig(AppConfig):
    """What people take with them from the library: PDFs, checklists, a selection of their own."""

    name = "digitalradar.takeaway"
    verbose_name = _("Zum Mitnehmen")

    def ready(self) -> None:
        from . import retention
        from .presentation import panel
        from .services.documents import drop_unused, take_up_abandoned
        from .services.selections import delete_expired

        due_work.register("unused guide documents deleted", drop_unused, _("Unbenutzte PDF der Leitfäden löschen"))
        due_work.register(
            "expired selections deleted", delete_expired, _("Abgelaufene Auswahlen löschen"), order=due_work.DELETIONS
        )
        for slot in ("guide.aside", "technology.aside", "report.aside"):
            panels.register(slot, "takeaway", "takeaway/panel.html", panel, order=20)
        jobs.register_sweep("guide documents", take_up_abandoned)
        retention.register()
