"""Back office: the group „Nachrichten“ with the outbox, suppressed addresses and previews."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.log_actions import LogActionRegistry
from wagtail.permissions import register_permission_policy

from .back_office import messages, suppressions
from .back_office.messages import MessageViewSet
from .back_office.permissions import ReadOnlyPolicy
from .back_office.previews import PreviewViewSet
from .back_office.suppressions import SuppressionViewSet
from .models import Message, Suppression

register_permission_policy(Message, ReadOnlyPolicy(Message))
register_permission_policy(Suppression, ReadOnlyPolicy(Suppression))


class MailGroup(ViewSetGroup):
    """One menu entry for everything about messages."""

    menu_label = _("Nachrichten")
    menu_name = "nachrichten"
    menu_icon = "mail"
    menu_order = 240
    items = (MessageViewSet, SuppressionViewSet, PreviewViewSet)


@hooks.register("register_admin_viewset")
def register_mail() -> MailGroup:
    """Put the group and its screens into the back office."""
    return MailGroup()


@hooks.register("register_log_actions")
def register_mail_actions(actions: LogActionRegistry) -> None:
    """Say what was done about a message or an address."""
    actions.register_action(messages.ACTION, _("Nachricht noch einmal senden"), _("Noch einmal gesendet"))
    actions.register_action(suppressions.ACTION, _("Sperre aufheben"), _("Sperre der Adresse aufgehoben"))
