"""What one sets in production: the same tuned SQLite as the portal, and WhiteNoise where its handbook puts it."""

from .base import BASE_DIR, DATABASES, MIDDLEWARE

SECRET_KEY = "only-for-a-measurement-on-this-machine"
ALLOWED_HOSTS = ["127.0.0.1"]
LANGUAGE_CODE = "de"
DATABASES["default"]["CONN_MAX_AGE"] = None
DATABASES["default"]["OPTIONS"] = {
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA mmap_size=268435456;PRAGMA cache_size=-20000;",
}
MIDDLEWARE.insert(1, "whitenoise.middleware.WhiteNoiseMiddleware")
STATIC_ROOT = BASE_DIR / "static"
