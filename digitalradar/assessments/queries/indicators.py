"""The confirmed criteria that belong to a result."""

from ..models import Assessment, Result


def indicators_result(run: Assessment) -> Result | None:
    """Return the newest result of the index that was confirmed beside this run, None before that; one query."""
    linked = Assessment.objects.alive().filter(origin=run, begun_as=Assessment.Beginning.LINKED)
    return Result.objects.filter(assessment__in=linked).order_by("-assessment", "-number").first()
