"""What tests of the API share."""

import threading
from collections.abc import Iterator
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.db import connections

from tests.factories.assessments import shipped


class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        """Say nothing."""


@pytest.fixture
def portal(transactional_db) -> Iterator[str]:
    """The portal with the main check behind a real socket; its address."""
    from digitalradar.wsgi import application

    shipped()
    server: WSGIServer = make_server("127.0.0.1", 0, application, handler_class=Quiet)

    def serve() -> None:
        server.serve_forever()
        connections.close_all()  # those of this thread; PostgreSQL would keep the test database from being deleted

    thread = threading.Thread(target=serve)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()
