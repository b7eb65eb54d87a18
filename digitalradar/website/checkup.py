"""What the check-up says about the pages: places that only the operator can fill in, guides that are not there."""

from collections.abc import Iterator

from digitalradar.assessments.queries.catalogues import active_questionnaires
from digitalradar.core.checkup import Finding, missing, ok, warning
from digitalradar.knowledge.queries.references import guide_titles
from digitalradar.region.queries import current_region

from .models import HomeSentence, TroublePage
from .queries import open_gaps


def check_pages() -> Iterator[Finding]:
    """Yield a line for each page with open places; a real region must not go public with them."""
    found = open_gaps()
    report = warning if current_region().is_example else missing
    for address, places in sorted(found.items()):
        yield report(f"{address}: {len(places)} place(s) to fill in, the first is {places[0]}")
    if not found:
        yield ok("No standard page has places left to fill in.")


def check_guides() -> Iterator[Finding]:
    """Yield a line for each place that names guides which are not published; it shows less without them."""
    published = guide_titles()
    lacking = {place: sorted(names - set(published)) for place, names in _named_guides().items()}
    for place, names in lacking.items():
        if names:
            yield warning(f"{place}: {len(names)} guide(s) are not published, the first is {names[0]}")
    if not any(lacking.values()):
        yield ok("Every guide that pages and checks lead to is published.")


def _named_guides() -> dict[str, set[str]]:
    """Return the identifiers of guides by what leads to them."""
    measures = {check.id: set(check.measure) for check in active_questionnaires("de").values()}
    problems = [block.value for page in TroublePage.objects.live() for block in page.problems]
    return {
        "Sentences of the start page": set(HomeSentence.objects.exclude(guide="").values_list("guide", flat=True)),
        "Woran hakt es?": {item["guide"] for problem in problems for item in problem["guides"]},
        **{f"Check {name}": names for name, names in measures.items() if names},
    }
