"""A run begins, gets its profile, and is deleted by whoever holds its link."""

from ..models import Assessment, CatalogueVersion
from ..tokens import hash_token, new_token
from .clocks import expiry
from .deletion import delete_runs

PROFILE_FIELDS = ("sector", "size", "is_solo", "place", "role")
# By the families of the origin and of the run itself; the same family twice is a repetition.
BEGINNINGS = {
    ("short", "main"): Assessment.Beginning.SHORT,
    ("main", "dii"): Assessment.Beginning.LINKED,
}


def start_run(
    *,
    version: CatalogueVersion,
    profile: dict | None = None,
    answers: dict | None = None,
    first_dimension: str = "",
    origin: Assessment | None = None,
    is_test: bool = False,
    token: str = "",
) -> tuple[Assessment, str]:
    """Begin a run; return it with the secret of its private link, which is stored nowhere.

    ``origin`` is the run it follows from: the short check it continues, an earlier run it repeats, or the result it
    belongs to. What follows from a test run is a test run too. ``token`` is the secret where it follows from another
    one, else it is random.
    """
    token = token or new_token()
    run = Assessment.objects.create(
        catalogue_version=version,
        token_hash=hash_token(token),
        origin=origin,
        begun_as=_beginning(origin, version),
        is_test=is_test or (origin is not None and origin.is_test),
        first_dimension=first_dimension,
        answers=answers or {},
        expires_at=expiry(is_finished=False, is_empty=not answers),
        **(profile or {}),
    )
    return run, token


def _beginning(origin: Assessment | None, version: CatalogueVersion) -> str:
    """Name how a run begins, from the families of its origin and of itself."""
    if origin is None:
        return Assessment.Beginning.DIRECT
    families = (origin.catalogue_version.family, version.family)
    if len(set(families)) == 1:
        return Assessment.Beginning.REPEAT
    return BEGINNINGS.get(families, Assessment.Beginning.DIRECT)


def change_profile(*, run: Assessment, profile: dict) -> None:
    """Write the profile; answers stay, questions hidden by it keep their answers.

    One statement, so that a run deleted meanwhile is no error.
    """
    changed = {name: profile[name] for name in PROFILE_FIELDS if name in profile}
    Assessment.objects.filter(pk=run.pk).update(**changed)
    for name, value in changed.items():
        setattr(run, name, value)


def delete_run(run: Assessment) -> None:
    """Delete a run at once with its answers and results; only numbers stay. Nothing happens when it is gone."""
    delete_runs(Assessment.objects.filter(pk=run.pk))
