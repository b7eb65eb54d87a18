"""Begin the check again a while later."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from digitalradar.core.private_pages import protect
from digitalradar.core.rate_limit import rate_limited

from ..open_run import OpenRun
from ..services.repeating import repeat_run
from .opening import is_staff, remember, with_run
from .run import next_address


@require_POST
@rate_limited("check-start", limit=120, seconds=3600)
@with_run
def repeat(request: HttpRequest, opened: OpenRun) -> HttpResponse:
    """Begin a new run that suggests the answers of this one; from now on this device remembers the new one."""
    if not opened.run.is_finished:
        return redirect(opened.url("run"))
    run, token = repeat_run(run=opened.run, is_test=is_staff(request))
    following = OpenRun(run, token, opened.language)
    return protect(remember(request, redirect(next_address(following)), token))
