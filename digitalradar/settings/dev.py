"""For developers: debug pages, files served straight from the package, readable logs."""

from .base import *  # noqa: F403

DEBUG = True
ALLOWED_HOSTS = ["*"]
LOGGING["handlers"]["stderr"]["formatter"] = "text"  # noqa: F405 -- from .base
