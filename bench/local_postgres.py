"""A PostgreSQL of one's own for the length of a measurement: Debian's programs, a temporary folder, 127.0.0.1 only."""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

NAME = "bench"


def free_port() -> int:
    """Return a TCP port of 127.0.0.1 that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def programs() -> Path:
    """Return the folder with ``initdb`` and ``postgres`` of the newest installed version.

    Raises FileNotFoundError with the package to install.
    """
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda file: int(file.parts[-3]))
    if not found:
        raise FileNotFoundError("PostgreSQL is missing. Install the package postgresql.")
    return found[-1].parent


def as_postgres(command: list[str]) -> list[str]:
    """Return the command run as user postgres when we are root, for PostgreSQL refuses to run as root."""
    return ["runuser", "-u", "postgres", "--", *command] if os.geteuid() == 0 else command


def _wait_until_ready(bin_folder: Path, port: int, server: subprocess.Popen[bytes]) -> None:
    ready = [str(bin_folder / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
    for _ in range(150):
        if server.poll() is not None:
            raise RuntimeError("PostgreSQL ended right after its start.")
        if subprocess.run(ready, check=False).returncode == 0:
            return
        time.sleep(0.2)
    raise RuntimeError("PostgreSQL did not answer within 30 seconds.")


@contextlib.contextmanager
def running_postgres(*, connections: int = 80) -> Iterator[str]:
    """Start a fresh PostgreSQL with its default durability and yield its address; stop and delete it at the end."""
    bin_folder, port = programs(), free_port()
    folder = Path(tempfile.mkdtemp(prefix="bench-postgres-"))
    data = folder / "data"
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    try:
        initdb = [
            str(bin_folder / "initdb"),
            "-D",
            str(data),
            "-U",
            NAME,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C.UTF-8",
        ]
        subprocess.run(as_postgres(initdb), check=True, stdout=subprocess.DEVNULL, cwd=folder)
        options = {"listen_addresses": "127.0.0.1", "port": port, "unix_socket_directories": folder}
        settings = [f"--{name}={value}" for name, value in options.items()]
        command = [str(bin_folder / "postgres"), "-D", str(data), f"--max_connections={connections}", *settings]
        with (folder / "log").open("wb") as log:
            server = subprocess.Popen(as_postgres(command), stdout=log, stderr=log, cwd=folder)
        try:
            _wait_until_ready(bin_folder, port, server)
            create = [str(bin_folder / "createdb"), "-h", "127.0.0.1", "-p", str(port), "-U", NAME, NAME]
            subprocess.run(create, check=True, cwd=folder)
            yield f"postgresql://{NAME}@127.0.0.1:{port}/{NAME}"
        finally:
            # SIGINT is PostgreSQL's fast shutdown; runuser would not hand it on, so the server's own id is used.
            own_id = int((data / "postmaster.pid").read_text().splitlines()[0])
            os.kill(own_id, 2)
            server.wait(timeout=30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
