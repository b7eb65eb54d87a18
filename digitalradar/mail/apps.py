from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from digitalradar.core import checkup, due_work, jobs


class MailConfig(AppConfig):
    name = "digitalradar.mail"
    verbose_name = _("Nachrichten")

    def ready(self) -> None:
        from . import previews, retention
        from .checkup import check_outbox
        from .services.sending import send_everything_due, sweep
        from .services.tidying import delete_old_messages, empty_old_messages

        previews.register("mail.test", label=_("Testnachricht"), template="mail/test")
        jobs.register_sweep("messages", sweep)
        retention.register()
        checkup.register("Outbox", check_outbox, 34)
        due_work.register(
            "old messages deleted", delete_old_messages, _("Alte Nachrichten löschen"), order=due_work.DELETIONS
        )
        due_work.register(
            "texts of old messages deleted",
            empty_old_messages,
            _("Texte alter Nachrichten löschen"),
            order=due_work.DELETIONS,
        )
        due_work.register("messages sent", send_everything_due, _("Nachrichten senden"))
