from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from digitalradar.core import due_work, jobs, navigation, page_cache, starter


class AssessmentsConfig(AppConfig):
    name = "digitalradar.assessments"
    verbose_name = _("Checks und Ergebnisse")

    def ready(self) -> None:
        from . import guide_panels, retention
        from .services.catalogues import load_shipped
        from .services.clocks import delete_expired
        from .services.documents import drop_unused, take_up_abandoned
        from .services.official import load_shipped_figures
        from .services.releases import release_when_due
        from .services.staff_group import add_staff_group
        from .views.opening import COOKIE

        page_cache.personal_cookie(COOKIE)
        navigation.register(
            navigation.Entry(part="check", label=_("Digital-Check"), url_name="assessments:overview", order=10)
        )
        starter.register("catalogues", lambda: ", ".join(load_shipped()) or None, order=20)
        starter.register("staff group", add_staff_group, order=15)
        starter.register("official statistics", load_shipped_figures, order=25)
        due_work.register(
            "expired checks deleted", delete_expired, _("Abgelaufene Checks löschen"), order=due_work.DELETIONS
        )
        due_work.register("comparison groups published", release_when_due, _("Vergleichswerte freigeben"))
        due_work.register("unused documents deleted", drop_unused, _("Unbenutzte Dokumente löschen"))
        jobs.register_sweep("documents", take_up_abandoned)
        retention.register()
        guide_panels.register()
