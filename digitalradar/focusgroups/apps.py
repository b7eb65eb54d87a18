from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FocusGroupsConfig(AppConfig):
    """Groups of companies that meet again and again, and what they tell each other in confidence."""

    name = "digitalradar.focusgroups"
    verbose_name = _("Fokusgruppen")
