"""Whether a guide helped: kept without anything about who said so."""

from datetime import timedelta

from django.core import signing
from django.db import transaction
from django.utils.crypto import get_random_string
from django.utils.timezone import localdate
from wagtail.models import Page

from digitalradar.core.tokens import hash_token

from ..models import GuideFeedback
from ..rules.personal import masked

RECEIPT_SALT = "knowledge.feedback.receipt"
RECEIPT_HOURS = 24
COMMENT_MONTHS = 24
DAYS_PER_MONTH = 30.4375


def new_receipt(page: Page) -> str:
    """Return what a form carries so that it counts once: random, signed, good for one page and one day."""
    return signing.dumps([page.pk, get_random_string(22)], salt=RECEIPT_SALT, compress=False)


def is_receipt_for(receipt: str, page: Page) -> bool:
    """Whether a form with this receipt came from us, for this page, not long ago."""
    try:
        number, _random = signing.loads(receipt, salt=RECEIPT_SALT, max_age=timedelta(hours=RECEIPT_HOURS))
    except (signing.BadSignature, ValueError, TypeError):
        return False
    return number == page.pk


@transaction.atomic
def give_feedback(*, page: Page, receipt: str, is_helpful: bool, comment: str = "") -> bool:
    """Keep one answer; tell whether it was new. The database decides when one form comes twice at once.

    E-mail addresses, phone and account numbers in the comment are masked before they are stored.
    """
    _answer, is_new = GuideFeedback.objects.get_or_create(
        receipt=hash_token(receipt),
        defaults={"page_id": page.pk, "is_helpful": is_helpful, "comment": masked(comment.strip())},
    )
    return is_new


def empty_old_comments() -> int:
    """Delete the words of answers given ``COMMENT_MONTHS`` ago; yes and no stay as numbers. Return how many."""
    limit = localdate() - timedelta(days=COMMENT_MONTHS * DAYS_PER_MONTH)
    return GuideFeedback.objects.filter(given_on__lt=limit).exclude(comment="").update(comment="")
