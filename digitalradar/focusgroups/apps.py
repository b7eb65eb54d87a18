from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FocusGroupsConfig(AppConfig):
    """Groups of companies that meet again and again, and what they tell each other in confidence."""

    name = "digitalradar.focusgroups"
    verbose_name = _("Fokusgruppen")

    def ready(self) -> None:
        from . import cache_tags, emails, retention, search_source
        from .services import due

        cache_tags.connect()
        search_source.register()
        due.register()
        retention.register()
        emails.register_previews()
