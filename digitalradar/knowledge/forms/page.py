"""The form behind the editor of a library page."""

from typing import Any

from django.db.models import Q
from wagtail.admin.forms import WagtailAdminPageForm

from ..models import KnowledgePage
from ..services.versions import number_draft


class KnowledgePageForm(WagtailAdminPageForm):
    """Asks what is new whenever a public page is changed, and numbers the draft."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if note := self.fields.get("change_note"):
            is_public = self.instance.pk is not None and self.instance.live
            note.required = is_public  # drafts may be saved without; Wagtail puts that off
            if is_public and not self.instance.has_unpublished_changes:
                self.initial["change_note"] = ""  # the last note told of the text that is public now

        if responsible := self.fields.get("responsible"):
            users = responsible.queryset.filter(Q(is_active=True) | Q(pk=self.instance.responsible_id))
            responsible.queryset = users.order_by("last_name", "email")

    def save(self, commit: bool = True) -> KnowledgePage:
        page = super().save(commit=commit)
        number_draft(page)
        if commit:
            type(page).objects.filter(pk=page.pk).update(version=page.version)
        return page
