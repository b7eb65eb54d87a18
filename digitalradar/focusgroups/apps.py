from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FocusGroupsConfig(AppConfig):
    """Groups of companies that meet again and again, and what they tell each other in confidence."""

    name = "digitalradar.focusgroups"
    verbose_name = _("Fokusgruppen")

    def ready(self) -> None:
        from digitalradar.core import starter
        from digitalradar.events import formats

        from . import cache_tags, emails, panels, retention, search_source
        from .models.group import KIND
        from .presentation.sign_up_part import members_only, of_groups, way_in
        from .services import due
        from .services.roles import add_group_permissions

        cache_tags.connect()
        search_source.register()
        due.register()
        retention.register()
        emails.register_previews()
        panels.register()
        formats.register_signup(KIND, "focusgroups/includes/sign_up.html", members_only)
        formats.register_elsewhere(KIND, way_in, of_groups)
        starter.register("focus group permissions", add_group_permissions, order=48)
