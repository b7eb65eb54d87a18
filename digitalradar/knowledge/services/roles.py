"""Three groups and one workflow for the people who look after the library (docs/explanation/editorial.md)."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)
from wagtail.models.media import GroupCollectionPermission

from ..models import GuideIndexPage, ReportIndexPage, ReviewTask, TechnologyIndexPage

EDITORS, REVIEWERS, PUBLISHERS = "Redaktion", "Fachprüfung", "Veröffentlichung"
WORKFLOW = "Leitfaden"
SHELVES = (GuideIndexPage, TechnologyIndexPage, ReportIndexPage)

SIGN_IN = ("wagtailadmin.access_admin",)
LOOK_UP = ("knowledge.view_fact", "knowledge.view_glossaryterm")
EDIT_WORDS = tuple(
    f"{app}.{action}_{model}"
    for app, model in (("knowledge", "fact"), ("knowledge", "glossaryterm"), ("search", "synonymgroup"))
    for action in ("add", "change", "delete", "view")
)
READ_FIGURES = ("knowledge.see_editorial_work", "search.view_unansweredsearch", "search.change_unansweredsearch")
UPLOAD = ("add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document")

# What each group may do: permissions of models, of pages on the shelves, of pictures and documents.
GROUPS: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    EDITORS: (SIGN_IN + EDIT_WORDS + READ_FIGURES, ("add_page", "change_page"), UPLOAD),
    REVIEWERS: (SIGN_IN + LOOK_UP, (), ()),
    PUBLISHERS: (
        SIGN_IN + EDIT_WORDS + READ_FIGURES,
        ("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
        UPLOAD,
    ),
}


@transaction.atomic
def add_roles() -> str | None:
    """Add the groups and the workflow that are missing; what is there stays as the region has set it."""
    added = [name for name in GROUPS if _add_group(name)]
    _add_workflow()
    return _("Diese Gruppen sind angelegt: %(names)s.") % {"names": ", ".join(added)} if added else None


def _add_group(name: str) -> bool:
    group, is_new = Group.objects.get_or_create(name=name)
    if is_new:
        models, pages, media = GROUPS[name]
        group.permissions.set(_permissions(models))
        for shelf in _shelves():
            for permission in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=pages):
                GroupPagePermission.objects.create(group=group, page=shelf, permission=permission)
        root = Collection.get_first_root_node()
        for permission in Permission.objects.filter(
            content_type__app_label__in=["wagtailimages", "wagtaildocs"], codename__in=media
        ):
            GroupCollectionPermission.objects.create(group=group, collection=root, permission=permission)
    return is_new


def _add_workflow() -> None:
    """Add the two steps once, and let each shelf use them that has no workflow of its own."""
    task = ReviewTask.objects.order_by("pk").first()
    if task is None:
        task = ReviewTask.objects.create(name=REVIEWERS)
        task.groups.set(Group.objects.filter(name=REVIEWERS))
        publication = GroupApprovalTask.objects.create(name=PUBLISHERS)
        publication.groups.set(Group.objects.filter(name=PUBLISHERS))
        workflow = Workflow.objects.create(name=WORKFLOW)
        for order, step in enumerate([task, publication]):
            WorkflowTask.objects.create(workflow=workflow, task=step, sort_order=order)
    workflow = Workflow.objects.filter(workflow_tasks__task=task, active=True).first()
    for shelf in _shelves() if workflow else ():
        WorkflowPage.objects.get_or_create(page=shelf, defaults={"workflow": workflow})


def _shelves() -> list[Page]:
    return [shelf.page_ptr for model in SHELVES for shelf in model.objects.all()]


def _permissions(names: tuple[str, ...]) -> list[Permission]:
    wanted = Q()
    for name in names:
        app, _dot, codename = name.partition(".")
        wanted |= Q(content_type__app_label=app, codename=codename)
    return list(Permission.objects.filter(wanted))
