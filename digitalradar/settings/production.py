"""What ``make run`` and real installations use: hashed and compressed static files."""

from .base import *  # noqa: F403

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "digitalradar.core.static_files.StaticFiles"},
}
