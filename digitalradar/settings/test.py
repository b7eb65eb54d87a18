"""For the test suite: own data folder, fast password hashing, mail in memory, no rate limits unless a test asks."""

import atexit
import os
import shutil
import tempfile

if "DIGITALRADAR_DATA_DIR" not in os.environ:
    os.environ["DIGITALRADAR_DATA_DIR"] = tempfile.mkdtemp(prefix="digitalradar-test-")
    atexit.register(shutil.rmtree, os.environ["DIGITALRADAR_DATA_DIR"], ignore_errors=True)
os.environ.setdefault("DIGITALRADAR_ENV_FILE", "")

from .base import *  # noqa: F403 -- the environment comes first

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    # A file, not memory: tests with several threads need what a file gives, separate connections and real locks.
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}  # noqa: F405

STATIC_ROOT.mkdir(exist_ok=True)  # noqa: F405 -- WhiteNoise warns about a missing folder
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
EMAIL_CONFIGURED = True
RATE_LIMITS = False
AXES_ENABLED = False
PAGE_CACHE_BYTES = 0  # pages of one test must not show up in the next; tests of the page cache turn it on
LOGGING["handlers"]["stderr"]["formatter"] = "text"  # noqa: F405 -- from .base
# The control of the tests of last places: with the guard off there have to be too many.
EVENTS_UNGUARDED = os.environ.get("EVENTS_UNGUARDED") == "1"
