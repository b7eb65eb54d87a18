"""Backup and restore of a whole installation by the real commands, on the database of this run.

On PostgreSQL two databases of their own are made beside that of the tests.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from tests.prepared import prepare

pytestmark = [pytest.mark.database, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
USERS = "from digitalradar.accounts.models import User; "
ADD = USERS + "User.objects.create_superuser('kept@example.org', 'ein langes Passwort')"
COUNT = USERS + "print(User.objects.filter(email='kept@example.org').count())"


class Place:
    """A data folder, and on PostgreSQL a database, that the commands work on."""

    def __init__(self, folder: Path, database_url: str) -> None:
        self.folder, self.database_url = folder, database_url

        self.environment = os.environ | {
            "DIGITALRADAR_DATA_DIR": str(self.folder),
            "DATABASE_URL": self.database_url,
            "DIGITALRADAR_ENV_FILE": "",
            "DJANGO_SETTINGS_MODULE": "digitalradar.settings.production",
        }

    def run(self, *command: str, code: int = 0) -> str:
        ran = subprocess.run(
            [sys.executable, "-m", "digitalradar.cli", *command],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == code, ran.stdout + ran.stderr
        return ran.stdout + ran.stderr


@pytest.fixture
def places(tmp_path) -> Iterator[list[Place]]:
    names = ["test_digitalradar_first", "test_digitalradar_second"]
    if connection.vendor == "sqlite":
        yield [Place(tmp_path / name, "") for name in names]
        return
    drop_databases(names)
    for name in names:
        execute(f'CREATE DATABASE "{name}"')
    address = os.environ["DATABASE_URL"].rpartition("/")[0]
    yield [Place(tmp_path / name, f"{address}/{name}") for name in names]
    drop_databases(names)


def drop_databases(names: list[str]) -> None:
    for name in names:
        execute(f'DROP DATABASE IF EXISTS "{name}"')


def execute(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def test_installation_moves_to_an_empty_place_and_is_complete_there(places, tmp_path):
    first, second = places
    backup = str(tmp_path / "backup.tar.gz")
    prepare(first.environment)
    first.run("manage", "shell", "--verbosity", "0", "-c", ADD)
    (first.folder / "media" / "images").mkdir(parents=True, exist_ok=True)
    (first.folder / "media" / "images" / "a.png").write_bytes(b"picture")
    first.run("backup", backup, "--with-key")
    assert "not empty" in first.run("restore", backup, code=1)

    second.run("restore", backup)
    second.run("init")
    assert second.run("manage", "shell", "--verbosity", "0", "-c", COUNT).strip() == "1"
    assert (second.folder / "media" / "images" / "a.png").read_bytes() == b"picture"
    assert (second.folder / "secret.key").read_text() == (first.folder / "secret.key").read_text()
    second.run("manage", "migrate", "--check")
