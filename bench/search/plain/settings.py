"""The portal with the peer beside it."""

from digitalradar.settings.production import *  # noqa: F403

INSTALLED_APPS = ["bench.search.plain", *INSTALLED_APPS]  # noqa: F405
ROOT_URLCONF = "bench.search.plain.urls"
