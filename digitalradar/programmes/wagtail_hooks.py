"""Back office: the programme of a date."""

from wagtail import hooks

from .back_office.viewset import ProgrammeViewSet


@hooks.register("register_admin_viewset")
def register_programme() -> ProgrammeViewSet:
    """Put the screens into the back office."""
    return ProgrammeViewSet()
