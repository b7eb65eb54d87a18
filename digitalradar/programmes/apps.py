from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgrammesConfig(AppConfig):
    """The programme of a day with several rooms: who speaks when and where, and what each visitor picks of it."""

    name = "digitalradar.programmes"
    verbose_name = _("Programme")

    def ready(self) -> None:
        from django.db.models.signals import post_save

        from digitalradar.events.models import Registration

        from . import cache_tags, copying, due, emails, panels, retention
        from .services.plans import forget_erased

        post_save.connect(forget_erased, sender=Registration)
        cache_tags.connect()
        panels.register()
        due.register()
        retention.register()
        copying.register()
        emails.register_previews()
