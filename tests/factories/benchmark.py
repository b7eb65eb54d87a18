"""Makes contributions to the comparison without runs through a whole check."""

from typing import Any

from digitalradar.assessments.models import Contribution
from digitalradar.assessments.services.contributions import OVERALL
from tests.factories.assessments import make_run


def contribute(n: int = 1, *, values: dict[str, int] | None = None, is_example: bool = False, **key: Any) -> list:
    """Let ``n`` companies contribute to the main check; ``key`` holds sector, size and region.

    Without ``values`` each has another overall value: 0, 1, 2 …
    """
    return [
        Contribution.objects.create(
            run=None if is_example else make_run().row,
            family="main",
            values=values or {OVERALL: number % 101},
            is_example=is_example,
            **key,
        )
        for number in range(n)
    ]
