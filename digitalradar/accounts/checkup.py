"""What ``digitalradar doctor`` asks about accounts."""

from collections.abc import Iterator

from digitalradar.core.checkup import Finding, missing, ok, warning

from .models import User
from .services import first_account_file


def staff_accounts() -> Iterator[Finding]:
    """Tell whether anybody can open the back office."""
    if count := User.objects.can_sign_in().count():
        yield ok(f"{count} back-office account(s) with a password.")
    else:
        yield missing("Nobody can sign in to the back office. Run: digitalradar init")
    if first_account_file().exists():
        yield warning(
            f"{first_account_file()} still holds the first password. "
            "Change it in the back office, then delete the file; or run: digitalradar reset-password E-MAIL"
        )
