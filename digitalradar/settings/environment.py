"""Read one variable of the environment; a wrong value is refused with one sentence that names the variable.

A file ``.env`` in the working directory (or at DIGITALRADAR_ENV_FILE) is read first; the real environment wins.
Every name asked for is kept in ``KNOWN``, so that a test can hold docs/reference/settings.md against it.
Values are never repeated in a refusal: they may hold a password.
"""

import os
from collections.abc import Callable, Sequence
from typing import Any
from zoneinfo import ZoneInfo

import environ
from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off"}
KNOWN: set[str] = {"DJANGO_SETTINGS_MODULE"}


def text(name: str, default: str = "") -> str:
    """Return the variable without surrounding blanks; an empty one counts as missing."""
    KNOWN.add(name)
    return os.environ.get(name, "").strip() or default


def flag(name: str, default: bool) -> bool:
    """Return a yes/no variable: 1, true, yes, on or 0, false, no, off."""
    value = text(name).lower()
    if value and value not in TRUE | FALSE:
        raise ImproperlyConfigured(f"{name} must be 1 or 0.")
    return value in TRUE if value else default


def number(name: str, default: int, *, low: int, high: int) -> int:
    """Return a whole number between ``low`` and ``high``."""
    value = text(name)
    if not value:
        return default
    if not (value.isascii() and value.isdigit() and low <= int(value) <= high):
        raise ImproperlyConfigured(f"{name} must be a whole number from {low} to {high}.")
    return int(value)


def choice(name: str, default: str, options: Sequence[str]) -> str:
    """Return one of ``options``, whatever its case."""
    value = text(name, default)
    for option in options:
        if option.lower() == value.lower():
            return option
    raise ImproperlyConfigured(f"{name} must be one of: {', '.join(options)}.")


def items(name: str) -> list[str]:
    """Return a list given with commas."""
    return [item.strip() for item in text(name).split(",") if item.strip()]


def time_zone(name: str, default: str) -> str:
    """Return the name of a time zone, such as Europe/Berlin."""
    value = text(name, default)
    try:
        ZoneInfo(value)
    except (ValueError, KeyError, OSError) as error:
        raise ImproperlyConfigured(f"{name} is no known time zone; an example is Europe/Berlin.") from error
    return value


def url(name: str, default: str, *, schemes: Sequence[str], parse: Callable[[str], dict[str, Any]]) -> dict[str, Any]:
    """Return what ``parse`` makes of an address that begins with one of ``schemes``."""
    value = text(name, default)
    if value.partition("://")[0] not in schemes:
        raise ImproperlyConfigured(f"{name} must begin with one of: {', '.join(f'{scheme}://' for scheme in schemes)}.")
    try:
        return parse(value)
    except (ValueError, ImproperlyConfigured) as error:
        raise ImproperlyConfigured(f"{name} is not a complete address.") from error


def _read_file() -> None:
    file = os.environ.get("DIGITALRADAR_ENV_FILE", ".env")
    KNOWN.add("DIGITALRADAR_ENV_FILE")
    if file and os.path.isfile(file):
        environ.Env.read_env(file)


_read_file()
