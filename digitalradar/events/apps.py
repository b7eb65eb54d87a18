from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EventsConfig(AppConfig):
    """Everything where people meet: dates of all formats, places to book, who booked and who came."""

    name = "digitalradar.events"
    verbose_name = _("Termine")

    def ready(self) -> None:
        from . import cache_tags, mail_previews, menu
        from .services import due, reminding

        cache_tags.connect()
        mail_previews.register()
        menu.register()
        due.register()
        reminding.register()
