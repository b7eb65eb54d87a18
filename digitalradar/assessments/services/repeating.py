"""„Check wiederholen“: the next run of the same person, with the last one as its origin."""

from typing import Any

from django.utils.translation import gettext as _

from digitalradar.core.errors import DomainError

from ..models import Assessment, CatalogueVersion
from ..queries import questionnaire
from .runs import PROFILE_FIELDS, start_run


def repeat_run(*, run: Assessment, is_test: bool = False) -> tuple[Assessment, str]:
    """Begin a run on the version in use now, with the profile of ``run``; return it with its own secret.

    Answers are not copied: those of ``run`` become suggestions, which count only when they are confirmed
    (:mod:`presentation.suggestions`). ``run`` itself stays as it is.

    Raises:
        DomainError: the check is not offered any more.
    """
    versions = CatalogueVersion.objects.defer("content").filter(is_active=True)
    version = versions.filter(catalogue__in=_catalogue_of(run)).first()
    if version is None:
        raise DomainError(_("Diesen Check bieten wir zurzeit nicht an. Ihr Ergebnis bleibt erhalten."))
    return start_run(version=version, profile=_profile(run, version), origin=run, is_test=is_test)


def _catalogue_of(run: Assessment) -> Any:
    return CatalogueVersion.objects.filter(pk=run.catalogue_version_id).values("catalogue")


def _profile(run: Assessment, version: CatalogueVersion) -> dict[str, Any]:
    """Return what the run told about the firm; a sector that the new version does not know is left out."""
    told = {name: getattr(run, name) for name in PROFILE_FIELDS}
    known = {sector["id"] for sector in questionnaire(version.pk, "de").sectors}
    return told | ({} if told["sector"] in known else {"sector": ""})
