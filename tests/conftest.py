"""What every test may rely on."""

import gc
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.utils import translation

from digitalradar.core import visits
from digitalradar.core.page_cache import remembering
from tests import migrated
from tests.smtp_sink import Sink, running_sink


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb: bool) -> bool:
    """Begin with the database of an earlier run, if nothing about the migrations has changed; see :mod:`migrated`."""
    return django_db_keepdb or (migrated.is_keepable() and migrated.take())


@pytest.fixture(scope="session")
def django_db_setup(request: pytest.FixtureRequest, django_db_keepdb: bool) -> None:
    """Migrate without the garbage collector, as ``init`` does, and keep what came out of it."""
    gc.disable()
    request.getfixturevalue("django_db_setup")
    gc.enable()
    if migrated.is_keepable() and not django_db_keepdb:
        migrated.keep()


@pytest.fixture(autouse=True)
def empty_cache():
    """Start each test with empty memories: what one test counted, kept or spoke must not reach the next."""
    from digitalradar.core.page_cache.versions import known

    translation.deactivate()  # a request leaves its language behind
    cache.clear()
    visits.counting.clear()
    remembering.clear_all()
    known.clear()
    known.rest()


@pytest.fixture
def smtp_sink(settings) -> Iterator[Sink]:
    """A real mail server on this machine that the outbox sends to; see :mod:`tests.smtp_sink`."""
    with running_sink() as sink:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = sink.host, sink.port
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        settings.EMAIL_CONFIGURED, settings.EMAIL_TIMEOUT = True, 5
        yield sink


@pytest.fixture
def forgotten_catalogues() -> Iterator[None]:
    """Forget catalogues before and after a test that loads its own: a row id may come again in the next test."""
    _forget()
    yield
    _forget()


def _forget() -> None:
    from digitalradar.api import queries as structures
    from digitalradar.assessments.presentation import fixed_parts, question
    from digitalradar.assessments.queries import catalogues

    for module in (catalogues, fixed_parts, question, structures):
        for function in vars(module).values():
            if hasattr(function, "cache_clear"):
                function.cache_clear()
