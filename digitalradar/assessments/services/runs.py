"""A run begins, gets its profile, and is deleted by whoever holds its link."""

from ..models import Assessment, CatalogueVersion
from ..tokens import hash_token, new_token
from .clocks import expiry

PROFILE_FIELDS = ("sector", "size", "is_solo", "place", "role")


def start_run(
    *,
    version: CatalogueVersion,
    profile: dict | None = None,
    answers: dict | None = None,
    first_dimension: str = "",
    origin: Assessment | None = None,
    is_test: bool = False,
) -> tuple[Assessment, str]:
    """Begin a run; return it with the secret of its private link, which is stored nowhere.

    What follows from a test run is a test run too.
    """
    token = new_token()
    run = Assessment.objects.create(
        catalogue_version=version,
        token_hash=hash_token(token),
        origin=origin,
        is_test=is_test or (origin is not None and origin.is_test),
        first_dimension=first_dimension,
        answers=answers or {},
        expires_at=expiry(is_finished=False),
        **(profile or {}),
    )
    return run, token


def change_profile(*, run: Assessment, profile: dict) -> None:
    """Write the profile; answers stay, questions hidden by it keep their answers.

    One statement, so that a run deleted meanwhile is no error.
    """
    changed = {name: profile[name] for name in PROFILE_FIELDS if name in profile}
    Assessment.objects.filter(pk=run.pk).update(**changed)
    for name, value in changed.items():
        setattr(run, name, value)


def delete_run(run: Assessment) -> None:
    """Delete a run with its answers and results at once."""
    run.delete()
