"""Staff choose by hand which loaded version new runs get."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from digitalradar.core.errors import DomainError

from ..catalogue import CatalogueDocument, problems_between
from ..models import CatalogueVersion
from ..queries.catalogues import document
from .catalogues import activate

ACTION = "assessments.catalogue.activated"


@transaction.atomic
def activate_by_hand(*, version: CatalogueVersion, user: AbstractBaseUser) -> None:
    """Let new runs use this version and write it to the log of the back office; runs under way keep theirs.

    Raises:
        DomainError: it is in use already, or it and the other versions in use point at questions that are not there.
    """
    active = list(CatalogueVersion.objects.filter(is_active=True).defer("content"))
    before = next((other for other in active if other.catalogue == version.catalogue), None)
    if before == version:
        raise DomainError(_("Diese Fassung gilt schon für neue Durchläufe."))
    _refuse_lost_links(active, [version, *(other for other in active if other != before)])
    activate(version)
    log(instance=version, action=ACTION, user=user, data={"before": before.version if before else ""})


def _refuse_lost_links(now: list[CatalogueVersion], then: list[CatalogueVersion]) -> None:
    """Refuse links that the change would break; what leads nowhere already is not this change's doing."""
    if lost := sorted(_lost_links(then) - _lost_links(now)):
        raise DomainError(
            _("Diese Fassung passt nicht zu den anderen, die gelten. Ins Leere zeigen: %(places)s.")
            % {"places": "; ".join(lost)}
        )


def _lost_links(versions: list[CatalogueVersion]) -> set[str]:
    documents = [CatalogueDocument(document(version.pk), {(): (str(version), 1)}) for version in versions]
    return {f"{problem.file}, {problem.path}" for problem in problems_between(documents)}
