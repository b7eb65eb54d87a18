"""Where data lies: data directory, secret key, database and cache."""

import os
import secrets
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from environ import Env

from . import environment

SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;PRAGMA synchronous={synchronous};PRAGMA mmap_size=268435456;"
    "PRAGMA cache_size=-20000;PRAGMA temp_store=MEMORY;PRAGMA journal_size_limit=67108864;"
    "PRAGMA secure_delete=ON;"  # what is deleted is overwritten in the file; some builds of SQLite do not by themselves
)
KEY_LENGTH = 32


def data_directory() -> Path:
    """Return the folder for database, media and keys; make it when it is missing."""
    folder = Path(environment.text("DIGITALRADAR_DATA_DIR", "var")).absolute()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # it holds what companies told about themselves
    except OSError as error:
        raise ImproperlyConfigured(f"DIGITALRADAR_DATA_DIR={folder} cannot be made: {error.strerror}.") from error
    return folder


def secret_key(folder: Path) -> str:
    """Return SECRET_KEY, or a random key kept in the data directory (readable by its owner only)."""
    if given := environment.text("SECRET_KEY"):
        if len(given) < KEY_LENGTH:
            raise ImproperlyConfigured(f"SECRET_KEY needs at least {KEY_LENGTH} characters.")
        return given
    file = folder / "secret.key"
    try:
        _keep_new_key(file)
        key = file.read_text(encoding="ascii").strip()
    except (OSError, ValueError) as error:
        raise ImproperlyConfigured(f"{file} cannot be read or written: {error}.") from error
    if len(key) < KEY_LENGTH:
        raise ImproperlyConfigured(f"{file} is damaged; put the key back or delete the file (everybody signs in anew).")
    return key


def _keep_new_key(file: Path) -> None:
    """Write a random key unless there is one. Linked into place whole: another process never reads half a key."""
    if file.exists():
        return
    descriptor, draft = tempfile.mkstemp(prefix="secret.key.", dir=file.parent)  # only its owner may read it
    with open(descriptor, "w", encoding="ascii") as stream:
        stream.write(secrets.token_urlsafe(50))
    try:
        os.link(draft, file)
    except FileExistsError:
        pass  # another process was first; its key holds
    finally:
        os.unlink(draft)


def database(folder: Path) -> dict[str, Any]:
    """Return Django's database settings from DATABASE_URL; default is an SQLite file in the data directory."""
    if environment.text("DATABASE_URL"):
        schemes = ["sqlite", "postgres", "postgresql"]
        config = environment.url("DATABASE_URL", "", schemes=schemes, parse=Env.db_url_config)
        if not config["NAME"] or config["NAME"] == ":memory:":
            raise ImproperlyConfigured("DATABASE_URL names no database.")
    else:
        config = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(folder / "digitalradar.sqlite3")}
    config["CONN_MAX_AGE"] = None
    config["CONN_HEALTH_CHECKS"] = True
    options = _sqlite_options() if config["ENGINE"].endswith("sqlite3") else {"connect_timeout": 5}
    config["OPTIONS"] = options | config.get("OPTIONS", {})
    return config


def _sqlite_options() -> dict[str, Any]:
    synchronous = environment.choice("SQLITE_SYNCHRONOUS", "FULL", ["NORMAL", "FULL", "EXTRA"])
    return {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": SQLITE_PRAGMAS.format(synchronous=synchronous),
    }


def cache() -> dict[str, Any]:
    """Return Django's cache settings from CACHE_URL; default is the memory of the process."""
    schemes = ["locmemcache", "filecache", "redis", "rediss"]
    if environment.text("CACHE_URL").startswith("redis") and find_spec("redis") is None:
        raise ImproperlyConfigured("CACHE_URL asks for Redis; install it with: pip install 'digitalradar[redis]'.")
    return environment.url("CACHE_URL", "locmemcache://", schemes=schemes, parse=Env.cache_url_config)


def email() -> dict[str, Any]:
    """Return Django's mail settings from EMAIL_URL.

    Without it the outbox keeps its messages (EMAIL_CONFIGURED is False), and what Django itself writes, such as a link
    for a new password, is printed to the terminal.
    """
    schemes = ["smtp", "smtp+tls", "smtp+ssl", "consolemail", "filemail", "dummymail"]
    parsed = environment.url("EMAIL_URL", "consolemail://", schemes=schemes, parse=Env.email_url_config)
    return parsed | {"EMAIL_CONFIGURED": bool(environment.text("EMAIL_URL"))}
