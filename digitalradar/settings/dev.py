"""For developers: debug pages, files served straight from the package."""

from .base import *  # noqa: F403

DEBUG = True
ALLOWED_HOSTS = ["*"]
