from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from digitalradar.core import due_work, jobs


class MailConfig(AppConfig):
    name = "digitalradar.mail"
    verbose_name = _("Nachrichten")

    def ready(self) -> None:
        from . import previews
        from .services.sending import send_everything_due, sweep

        previews.register("mail.test", label=_("Testnachricht"), template="mail/test")
        jobs.register_sweep("messages", sweep)
        due_work.register("messages sent", send_everything_due, _("Nachrichten senden"))
