"""Whether the server can listen where it is told to; asked first, since the server itself would answer with a crash."""

import socket
import time

RETRY_SECONDS = 10.0


def address_problem(host: str, port: int, *, patience: float = RETRY_SECONDS) -> str | None:
    """Return why nobody can listen there, else None.

    A taken address is tried again for ``patience`` seconds: a server that was just killed may still be closing it.
    """
    deadline = time.monotonic() + patience
    while problem := _try(host, port):
        if time.monotonic() >= deadline:
            return f"{host}:{port} cannot be listened on: {problem}."
        time.sleep(0.2)
    return None


def _try(host: str, port: int) -> str | None:
    try:
        family, kind, protocol, _name, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        return (error.strerror or str(error)).lower()
    return None
