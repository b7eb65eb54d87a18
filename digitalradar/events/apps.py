from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from digitalradar.core import checkup, starter


class EventsConfig(AppConfig):
    """Everything where people meet: dates of all formats, places to book, who booked and who came."""

    name = "digitalradar.events"
    verbose_name = _("Termine")

    def ready(self) -> None:
        from . import (
            cache_tags,
            certificate_panel,
            feed_panel,
            files,
            mail_previews,
            menu,
            panels,
            retention,
            search_source,
        )
        from .checkup import check_dates
        from .services import due, forgetting, reminding
        from .services.roles import add_event_permissions
        from .webhooks import setup as webhooks

        cache_tags.connect()
        files.register()
        mail_previews.register()
        menu.register()
        panels.register()
        search_source.register()
        due.register()
        reminding.register()
        forgetting.register()
        retention.register()
        checkup.register("Dates", check_dates, order=60)
        webhooks.register()
        certificate_panel.register()
        feed_panel.register()
        starter.register("event permissions", add_event_permissions, order=47)
