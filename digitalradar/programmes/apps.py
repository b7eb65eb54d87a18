from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgrammesConfig(AppConfig):
    """The programme of a day with several rooms: who speaks when and where, and what each visitor picks of it."""

    name = "digitalradar.programmes"
    verbose_name = _("Programme")

    def ready(self) -> None:
        from . import cache_tags, copying, due, emails, panels, retention

        cache_tags.connect()
        panels.register()
        due.register()
        retention.register()
        copying.register()
        emails.register_previews()
