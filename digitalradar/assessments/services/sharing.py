"""Let others look at a result: make the link, make it anew, take it back."""

from django.db import transaction
from django.utils.timezone import now

from ..models import ShareLink
from ..queries.runs import find_run
from ..tokens import hash_token, new_token


@transaction.atomic
def share_result(*, token: str, with_answers: bool) -> tuple[ShareLink, str] | None:
    """Make the link to the newest result of the run with this secret; return it with its own secret.

    A link made earlier leads nowhere from now on. ``with_answers`` opens all answers and the calculation, too.
    The run is locked, so that of two clicks at once the later one counts. None when the run is gone.
    """
    run = find_run(token, for_update=True)
    if run is None:
        return None
    secret = new_token()
    link, _is_new = ShareLink.objects.update_or_create(
        assessment=run,
        defaults={"token_hash": hash_token(secret), "with_answers": with_answers, "created_at": now()},
    )
    return link, secret


def withdraw_link(*, token: str) -> None:
    """Take the link back at once; nothing happens when there is none or the run is gone."""
    run = find_run(token)
    if run is not None:
        ShareLink.objects.filter(assessment=run).delete()
