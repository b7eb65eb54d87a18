"""Read released comparison values: groups of at least ten companies, published monthly, never live figures."""

import hashlib
from typing import Literal

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router

from digitalradar.assessments.queries.benchmark import released_cells
from digitalradar.assessments.scoring.strict_json import write_json

from ..answers import readable
from ..language import asked_language
from ..queries import find_version
from ..schemas.benchmarks import Group
from ..schemas.catalogues import CATALOGUE

router = Router(tags=["benchmarks"])
SECTOR = "Id of a sector of the catalogue; empty for all."
SECTOR_PATTERN = r"^[a-z0-9-]*$"
REGION_PATTERN = r"^[^\x00]*$"  # what no text of a request may hold, see core/middleware/input_limits.py
SIZE = "Size class; empty for all."
REGION = "Region as companies wrote it; empty for all."
FALLBACK = "Take the closest released group, as result pages do; `false` asks for exactly this one."
EXAMPLE = "Ask for the made-up groups of the example region instead of real ones."


@router.get(
    "/benchmarks/{slug:catalogue}",
    response=Group,
    operation_id="read_benchmark",
    summary="Read the comparison values of a group",
)
def read_benchmark(
    request: HttpRequest,
    catalogue: str = Path(..., description=CATALOGUE),
    sector: str = Query("", max_length=40, pattern=SECTOR_PATTERN, description=SECTOR),
    size: Literal["", "1-9", "10-49", "50-249", "250+"] = Query("", description=SIZE),
    region: str = Query("", max_length=80, pattern=REGION_PATTERN, description=REGION),
    fallback: Literal["true", "false"] = Query("true", description=FALLBACK),
    example: Literal["true", "false"] = Query("false", description=EXAMPLE),
) -> HttpResponse:
    """Number of companies and quartiles of a group, overall and by dimension, without relevances.

    Values are the self-ratings of companies that agreed to be counted. Groups with fewer than ten companies are
    hidden, and so is every group from which a smaller one could be worked out by subtraction.
    Own values cannot be sent here: percentiles of single values are told on result pages only.
    """
    found = find_version(catalogue)
    profile = {"sector": sector, "size": size, "region": region}
    group = released_cells(found.family, profile, fallback=fallback == "true", is_example=example == "true")
    content = write_json(group)
    return readable(request, content, tag=hashlib.sha256(content).hexdigest()[:32], language=asked_language(request))
