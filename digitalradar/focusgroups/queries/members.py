"""Members, found by their private link."""

from digitalradar.core.tokens import TOKEN_PATTERN, hash_token

from ..models import FocusGroup, Membership


def find_membership(token: str) -> Membership | None:
    """Return the membership a secret opens; unknown and mistyped ones, and groups that are drafts again, are None."""
    if not TOKEN_PATTERN.fullmatch(token):
        return None
    rows = Membership.objects.select_related("group__series", "group__moderator", "person")
    return rows.filter(token_hash=hash_token(token), group__in=FocusGroup.objects.public()).first()


def find_member_by_email(group: FocusGroup, email: str) -> Membership | None:
    """Return whoever has this address in a group, in whatever state."""
    rows = group.memberships.select_related("person").filter(person__email=email.strip().lower())
    return rows.first()
