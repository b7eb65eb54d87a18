"""Where data lies: data directory, secret key and database."""

import secrets
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;PRAGMA synchronous={synchronous};PRAGMA mmap_size=268435456;"
    "PRAGMA cache_size=-20000;PRAGMA temp_store=MEMORY;PRAGMA journal_size_limit=67108864;"
)


def data_directory(env: environ.Env) -> Path:
    """Return the folder for database, media and keys; make it when it is missing."""
    folder = Path(env.str("DIGITALRADAR_DATA_DIR", default="var")).absolute()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(f"DIGITALRADAR_DATA_DIR={folder} cannot be made: {error.strerror}.") from error
    return folder


def secret_key(env: environ.Env, folder: Path) -> str:
    """Return SECRET_KEY, or a random key kept in the data directory (readable by its owner only)."""
    if given := env.str("SECRET_KEY", default=""):
        if len(given) < 32:
            raise ImproperlyConfigured("SECRET_KEY needs at least 32 characters.")
        return given
    file = folder / "secret.key"
    if not file.exists():
        file.touch(mode=0o600)
        file.write_text(secrets.token_urlsafe(50))
    return file.read_text().strip()


def database(env: environ.Env, folder: Path) -> dict[str, Any]:
    """Return Django's database settings from DATABASE_URL; default is an SQLite file in the data directory."""
    config: dict[str, Any] = env.db_url("DATABASE_URL", default=f"sqlite:///{folder / 'digitalradar.sqlite3'}")
    config["CONN_MAX_AGE"] = None
    if config["ENGINE"].endswith("sqlite3"):
        synchronous = env.str("SQLITE_SYNCHRONOUS", default="FULL").upper()
        if synchronous not in {"NORMAL", "FULL", "EXTRA"}:
            raise ImproperlyConfigured("SQLITE_SYNCHRONOUS must be NORMAL, FULL or EXTRA.")
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": SQLITE_PRAGMAS.format(synchronous=synchronous),
        }
    return config
