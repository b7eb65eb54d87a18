"""Logs: one JSON object per line, or readable lines on a terminal; no personal data, secrets masked."""

import sys

from . import environment

# Whatever follows one of these is a secret of one person and never logged.
SECRET_PATHS = [
    "/check/lauf/",
    "/check/ergebnis/",
    "/auswahl/",
    "/vorschau/",
    "/fokusgruppen/mitglied/",
    "/termine/anmeldung/",
    "/termine/einchecken/",
    "/termine/kalender/",
    "/termine/rundgang/",
    "/termine/interesse/",
    "/mein-programm/",
]

LOG_LEVEL = environment.choice("LOG_LEVEL", "INFO", ["DEBUG", "INFO", "WARNING", "ERROR"])
LOG_FORMAT = environment.choice("LOG_FORMAT", "auto", ["auto", "json", "text"])
if LOG_FORMAT == "auto":
    LOG_FORMAT = "text" if sys.stderr.isatty() else "json"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "json": {"()": "digitalradar.core.logs.JsonFormatter"},
        "text": {"()": "digitalradar.core.logs.TextFormatter"},
    },
    "filters": {"calm_refusals": {"()": "digitalradar.core.logs.CalmRefusals"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": LOG_FORMAT, "filters": ["calm_refusals"]},
    },
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": LOG_LEVEL, "propagate": False},
        # Refusals (404, 403 ...) stand in the access log already.
        "django.request": {"level": "ERROR"},
        # They tell every step of their work, titles of unpublished pages included.
        "django_tasks": {"level": "WARNING"},
        "django_tasks_db": {"level": "WARNING"},
        "wagtail": {"level": "WARNING"},
        "_granian": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "granian.access": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
    },
}
