"""Ask to join a group, or for one's link."""

from django import forms
from django.utils.translation import gettext_lazy as _

from digitalradar.events.forms.trap import TRAP, TrappedForm
from digitalradar.events.forms.who import email_field, name_field, organisation_field, too_long

MESSAGE_LENGTH = 600


class LinkForm(TrappedForm):
    """Members who have lost their link type their address."""

    email = email_field()

    field_order = ["email", TRAP, "since"]


class JoinForm(LinkForm):
    """What the moderator has to know of somebody who asks."""

    name = name_field()
    organisation = organisation_field()
    message = forms.CharField(
        label=_("Was möchten Sie in der Gruppe erreichen?"),
        help_text=_("Ein oder zwei Sätze. Nur die Moderation liest sie."),
        max_length=MESSAGE_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages=too_long(MESSAGE_LENGTH),
    )

    field_order = ["name", "email", "organisation", "message", TRAP, "since"]
