"""Dump a PostgreSQL database with its own programs, and bring the dump back in one transaction."""

import os
import shutil
import subprocess
from pathlib import Path

from django.conf import settings
from django.db import connection, connections

from ..masking import mask
from .manifest import BackupRefused

ENGINE = "postgresql"
NAME = "database.pgdump"
LOCK_TIMEOUT = "10s"
INSTALLED = Path("/usr/lib/postgresql")


def dump(target: Path) -> None:
    """Write a consistent dump (one snapshot, no writer is stopped)."""
    _run("pg_dump", "--format=custom", "--no-owner", "--no-acl", f"--file={target}", _database())


def check(copy: Path) -> None:
    """Raise BackupRefused when the file is no dump."""
    _run("pg_restore", "--list", str(copy))


def is_empty() -> bool:
    """Whether there is nothing to lose."""
    return not connection.introspection.table_names()


def replace(copy: Path, _aside: Path) -> None:
    """Replace all tables in one transaction: when it fails, they are as before. Nothing is kept aside."""
    connections.close_all()
    options = ["--clean", "--if-exists", "--single-transaction", "--exit-on-error", "--no-owner", "--no-acl"]
    _run("pg_restore", *options, f"--dbname={_database()}", str(copy))


def _run(program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's programs; the password goes through the environment, where no other user sees it."""
    command = [_program(program), *arguments]
    ran = subprocess.run(command, env=os.environ | _access(), capture_output=True, text=True, check=False)  # noqa: S603 -- our own program and arguments
    if ran.returncode:
        told = (ran.stderr.strip().splitlines() or ["no reason given"])[0]
        if "lock timeout" in ran.stderr:
            raise BackupRefused("The portal is still running. Stop it, then restore.")
        raise BackupRefused(mask(f"{program} failed: {told}"))


def _program(name: str) -> str:
    """Return the newest installed version: an older one refuses a newer server."""
    versions = sorted(INSTALLED.glob(f"*/bin/{name}"), key=lambda file: int(file.parts[-3]))
    found = str(versions[-1]) if versions else shutil.which(name)
    if not found:
        raise BackupRefused(f"{name} is missing. Install the package postgresql-client.")
    return found


def _database() -> str:
    return str(settings.DATABASES["default"]["NAME"])


def _access() -> dict[str, str]:
    given = settings.DATABASES["default"]
    values = {
        "PGHOST": given.get("HOST"),
        "PGPORT": given.get("PORT"),
        "PGUSER": given.get("USER"),
        "PGPASSWORD": given.get("PASSWORD"),
        "PGSSLMODE": given.get("OPTIONS", {}).get("sslmode"),
        "PGOPTIONS": f"-c lock_timeout={LOCK_TIMEOUT}",
    }
    return {name: str(value) for name, value in values.items() if value}
