"""Everything that belongs to editorial work, put in its places when the program starts."""

from django.utils.translation import gettext_lazy as _

from digitalradar.core import due_work, starter

from . import draft_panels, emails, feedback_panel, retention, workflow_mail
from .services.feedback import empty_old_comments
from .services.preview_links import delete_ended_links
from .services.reminders import remind_of_reviews
from .services.reviews import delete_old_remarks
from .services.roles import add_roles


def register() -> None:
    """Register roles, panels, messages, due work and kinds of stored data; from ``AppConfig.ready``."""
    starter.register("editorial roles", add_roles, order=46)
    draft_panels.register()
    feedback_panel.register()
    emails.register_previews()
    workflow_mail.connect()
    retention.register()
    first = due_work.DELETIONS
    due_work.register("preview links deleted", delete_ended_links, _("Abgelaufene Vorschaulinks löschen"), order=first)
    due_work.register("comments emptied", empty_old_comments, _("Alte Kommentare zu Leitfäden löschen"), order=first)
    due_work.register("remarks deleted", delete_old_remarks, _("Alte Anmerkungen löschen"), order=first)
    due_work.register("reviews reminded of", remind_of_reviews, _("An fällige Prüfungen erinnern"))
