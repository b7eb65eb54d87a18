"""The twelve criteria of the Digital Intensity Index, confirmed in a run that belongs to a result."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from digitalradar.core.errors import NotFound

from ..models import Assessment, CatalogueVersion
from ..queries.runs import find_run
from ..tokens import INDICATORS, hash_token, linked_token
from .deletion import delete_runs
from .runs import change_profile, start_run

FAMILY, CATALOGUE = "main", "dii"


@transaction.atomic
def open_indicators(*, token: str) -> tuple[Assessment, str]:
    """Begin the run in which the criteria beside a result are confirmed, or find it again; return it with its secret.

    The secret follows from that of the main run, which is locked: two clicks at once make one run. What the main
    run tells of the firm is taken over each time. Deleting the main run deletes this one as well.

    Raises:
        NotFound: the main run is gone, is not of the main check, or there is no index to confirm.
    """
    main = find_run(token, for_update=True)
    if main is None or main.catalogue_version.family != FAMILY:
        raise NotFound(_("Diesen Check gibt es nicht mehr."))
    secret = linked_token(token, INDICATORS)
    run = Assessment.objects.filter(token_hash=hash_token(secret)).first()
    if run is not None and run.is_expired:  # its answers are past their time, even if nobody has deleted them yet
        delete_runs(Assessment.objects.filter(pk=run.pk))
        run = None
    if run is not None:
        change_profile(run=run, profile=_told(main))
        return run, secret
    version = CatalogueVersion.objects.filter(catalogue=CATALOGUE, is_active=True).first()
    if version is None:
        raise NotFound(_("Der Vergleich mit der amtlichen Statistik ist zurzeit nicht freigeschaltet."))
    return start_run(version=version, profile=_told(main), origin=main, token=secret)


def _told(main: Assessment) -> dict[str, Any]:
    """Return the fields of the profile that hold something; whether one works alone belongs to the size."""
    told = {name: getattr(main, name) for name in ("sector", "place", "role") if getattr(main, name)}
    return told | ({"size": main.size, "is_solo": main.is_solo} if main.size else {})
