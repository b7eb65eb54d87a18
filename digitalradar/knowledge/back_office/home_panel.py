"""First page of the back office: what waits for the reviewers."""

from typing import Any

from wagtail.admin.ui.components import Component

from ..queries.reviews import waiting_for_review


class ReviewPanel(Component):
    """The texts under review, the longest waiting first."""

    name = "knowledge_review"
    template_name = "knowledge/back_office/review_panel.html"
    order = 105

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return {"waiting": waiting_for_review()}
