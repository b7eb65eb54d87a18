from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgrammesConfig(AppConfig):
    """The programme of a day with several rooms: who speaks when and where, and what each visitor picks of it."""

    name = "digitalradar.programmes"
    verbose_name = _("Programme")

    def ready(self) -> None:
        from . import emails

        emails.register_previews()
