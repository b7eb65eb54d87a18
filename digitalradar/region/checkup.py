"""What the check-up says about the region."""

from collections.abc import Iterator

from digitalradar.core.checkup import Finding, missing, ok, warning

from .models import ContactPerson
from .queries import current_region


def check_region() -> Iterator[Finding]:
    """Yield what is set up, and what the editors of the region still have to enter."""
    region = current_region()
    if not region.name:
        yield missing("The region has no name: enter it in the back office under Einstellungen, Region.")
        return
    if region.is_example:
        yield warning(f"{region.name} is the example region; `digitalradar demo --remove` takes it away.")
    else:
        yield ok(f"The region is {region.name}.")
    if not ContactPerson.objects.exists():
        yield warning("There is no contact person: results cannot say whom to ring up.")
    if not region.phone:
        yield warning("The region has no telephone number for the footer.")
    if not region.report_email:
        yield warning("Reported barriers are kept in the back office only: the region has no e-mail address for them.")
