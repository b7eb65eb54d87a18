"""Names of the permissions, as Django asks for them, and what they mean for Wagtail's lists."""

from wagtail.permission_policies import ModelPermissionPolicy

VIEW_MESSAGES = "mail.view_message"
RESEND_MESSAGES = "mail.resend_message"
VIEW_SUPPRESSIONS = "mail.view_suppression"
LIFT_SUPPRESSIONS = "mail.lift_suppression"


class ReadOnlyPolicy(ModelPermissionPolicy):
    """Nobody adds, changes or deletes rows by hand, not even administrators: that is what the services are for."""

    def user_has_permission(self, user, action):
        return action == "view" and super().user_has_permission(user, action)
