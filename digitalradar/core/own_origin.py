"""Whether a form was sent by a page of ours: for forms on kept pages, which can hold no token."""

from django.http import HttpRequest


def is_from_own_page(request: HttpRequest) -> bool:
    """Return True if the browser itself says that a page of this very site sent the request.

    No page can forge these headers (Fetch standard, Fetch Metadata). A browser that says nothing is not believed.
    """
    if site := request.headers.get("Sec-Fetch-Site"):
        return site == "same-origin"
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
