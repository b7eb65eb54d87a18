"""Back office: barriers that readers have reported."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import BooleanColumn
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .forms import BarrierReportEditForm
from .models import BarrierReport


class ReportedOnlyPolicy(ModelPermissionPolicy):
    """Reports come from readers: nobody adds one in the back office."""

    def user_has_permission(self, user, action):
        return action != "add" and super().user_has_permission(user, action)


register_permission_policy(BarrierReport, ReportedOnlyPolicy(BarrierReport))


class BarrierReportViewSet(SnippetViewSet):
    """All reports, newest first; open ones can be filtered."""

    model = BarrierReport
    icon = "warning"
    menu_label = _("Barrieren")
    menu_order = 230
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ["problem", "page", "created_at", BooleanColumn("is_answered", label=_("Beantwortet"))]
    list_filter = {"answered_at": ["isnull"]}
    edit_handler = ObjectList(
        [
            FieldPanel("problem", read_only=True),
            FieldPanel("page", read_only=True),
            FieldPanel("email", read_only=True),
            FieldPanel("created_at", read_only=True),
            FieldPanel("is_answered"),
            FieldPanel("note"),
        ],
        base_form_class=BarrierReportEditForm,
    )


register_snippet(BarrierReportViewSet)
