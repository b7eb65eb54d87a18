"""The twelve criteria of the official statistic, confirmed beside a result."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from digitalradar.core.rate_limit import rate_limited

from ..open_run import OpenRun
from ..services.indicators import open_indicators
from .opening import with_run
from .run import next_address


@require_POST
@rate_limited("check-start", limit=120, seconds=3600)
@with_run
def begin(request: HttpRequest, opened: OpenRun) -> HttpResponse:
    """Begin the run of the criteria, or go on in it, and lead to its first open question or its result."""
    run, token = open_indicators(token=opened.token)
    return redirect(next_address(OpenRun(run, token, opened.language, opened.token)))
