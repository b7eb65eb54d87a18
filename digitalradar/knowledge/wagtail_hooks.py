"""Back office: the group „Wissen“, the editor of library pages, and what the log says about them."""

from wagtail import hooks

from .back_office.menu import KnowledgeGroup
from .forms.page import KnowledgePageForm
from .publication import KINDS

for model in KINDS:
    model.edit_handler.base_form_class = KnowledgePageForm


@hooks.register("register_admin_viewset")
def register_knowledge() -> KnowledgeGroup:
    """Put the group and its screens into the back office."""
    return KnowledgeGroup()
