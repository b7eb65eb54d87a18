"""Fills the comparison with made-up companies, inside the installation a process was started for.

python -m bench.contributions COUNT      (with the environment of the installation)
"""

import random
import sys
from typing import Any

SECTORS = [
    "industrie",
    "handwerk",
    "handel",
    "dienstleistung",
    "logistik",
    "landwirtschaft",
    "gastgewerbe",
    "andere",
    "",
]
SIZES = ["1-9", "10-49", "50-249", "250+", ""]
PLACES = [f"ort {number}" for number in range(19)] + [""]
DIFFERENT = 10_000  # so many are made one by one, the others copy them in the database
COPIED = ("family", "sector", "size", "region", "values", "is_example", "kept_since", "before")


def fill(count: int, *, seed: int = 1) -> None:
    """Add ``count`` example companies; they need no runs, everything else is as with real ones."""
    from digitalradar.assessments.models import CatalogueVersion, Contribution
    from digitalradar.assessments.queries.catalogues import document

    version = CatalogueVersion.objects.get(catalogue="digital-check", is_active=True)
    dimensions = ["overall", *(dimension["id"] for dimension in document(version.pk)["dimensions"])]
    chance = random.Random(seed)
    made = Contribution.objects.bulk_create(
        (_company(chance, dimensions) for _ in range(min(count, DIFFERENT))), batch_size=1000
    )
    _copy(made[0].pk, count - len(made))


def _company(chance: random.Random, dimensions: list[str]) -> Any:
    from digitalradar.assessments.models import Contribution

    middle = chance.randrange(20, 80)
    values = {dimension: min(100, max(0, middle + chance.randrange(-20, 21))) for dimension in dimensions}
    key = {"sector": chance.choice(SECTORS), "size": chance.choice(SIZES), "region": chance.choice(PLACES)}
    return Contribution(family="main", values=values, is_example=True, **key)


def _copy(first: int, count: int) -> None:
    """Copy the rows from ``first`` on until there are ``count`` more."""
    from django.db import connection

    from digitalradar.assessments.models import Contribution

    table, columns = connection.ops.quote_name(Contribution._meta.db_table), ", ".join(f'"{name}"' for name in COPIED)
    copied = ", ".join(f'source."{name}"' for name in COPIED)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({columns}) SELECT {copied} FROM {table} source"
            f" CROSS JOIN (SELECT id FROM {table} WHERE id >= %s ORDER BY id LIMIT %s) times"
            " WHERE source.id >= %s AND source.id < %s LIMIT %s",
            [first, count // DIFFERENT + 1, first, first + DIFFERENT, count],
        )


def forget() -> None:
    """Delete the example companies of the installation and their groups."""
    from digitalradar.demo.companies import remove_example_companies

    remove_example_companies()


if __name__ == "__main__":
    import django

    django.setup()
    forget()
    fill(int(sys.argv[1]))
    if "--release" in sys.argv:
        from digitalradar.assessments.services.releases import release

        release(is_example=True)
