"""Made-up companies for the comparison of the example region: plain arithmetic, no statistics of anywhere."""

from collections.abc import Iterator

from digitalradar.assessments.models import BenchmarkCell, BenchmarkRelease, CatalogueVersion, Contribution
from digitalradar.assessments.queries.catalogues import document
from digitalradar.assessments.services.contributions import OVERALL
from digitalradar.assessments.services.releases import release

COMPANIES = {"main": 400, "short": 160, "ai": 90}  # by family of checks
# Twenty companies in turn; larger ones a little further, so that the groups differ.
SIZES = ["10-49"] * 8 + ["1-9"] * 6 + ["50-249"] * 5 + ["250+"]
START = {"1-9": 30, "10-49": 38, "50-249": 48, "250+": 58}
SECTORS = [
    "handwerk",
    "industrie",
    "handel",
    "handwerk",
    "dienstleistung",
    "handwerk",
    "gastgewerbe",
    "handel",
    "logistik",
]
PLACES = ["ahrensberg", "", "niederahrn", "", "ahrensberg", ""]


def add_example_companies() -> int:
    """Let made-up companies contribute and release their groups; return how many came. Nothing is done twice."""
    if Contribution.objects.filter(is_example=True).exists():
        return 0
    active = CatalogueVersion.objects.filter(is_active=True, family__in=COMPANIES).values_list("family", "pk")
    rows = [row for family, pk in sorted(active) for row in _companies(family, _dimensions(pk))]
    Contribution.objects.bulk_create(rows, batch_size=500)
    if rows:
        release(is_example=True)
    return len(rows)


def remove_example_companies() -> None:
    """Delete the made-up companies and every group made of them."""
    Contribution.objects.filter(is_example=True).delete()
    BenchmarkCell.objects.filter(is_example=True).delete()
    BenchmarkRelease.objects.filter(is_example=True).delete()


def _dimensions(version_id: int) -> list[str]:
    return [dimension["id"] for dimension in document(version_id)["dimensions"]]


def _companies(family: str, dimensions: list[str]) -> Iterator[Contribution]:
    """Yield companies whose values are spread evenly around the start of their size class."""
    for number in range(COMPANIES[family]):
        size = SIZES[number * 7 % len(SIZES)]
        own = START[size] + number * 37 % 61 - 25
        values = {
            dimension: _within(own + number * (place * 4 + 11) % 43 - 21 - place % 3 * 4)
            for place, dimension in enumerate(dimensions)
        }
        yield Contribution(
            family=family,
            sector=SECTORS[number * 5 % len(SECTORS)],
            size=size,
            region=PLACES[number % len(PLACES)],
            values={OVERALL: round(sum(values.values()) / len(values)), **values},
            is_example=True,
        )


def _within(value: int) -> int:
    return min(100, max(0, value))
