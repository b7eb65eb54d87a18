"""What holds everywhere. Every variable is read from the environment and described in docs/reference/settings.md."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from . import environment, storage
from .logging import *  # noqa: F403
from .security import *  # noqa: F403 -- one settings module, split by idea
from .serving import *  # noqa: F403

PACKAGE_DIR = Path(__file__).resolve().parent.parent
CONTENT_DIR = PACKAGE_DIR.parent / "content"  # the library as files; where it is missing, nothing is loaded
DATA_DIR = storage.data_directory()
SECRET_KEY = storage.secret_key(DATA_DIR)
DEBUG = False

INSTALLED_APPS = [
    "digitalradar.demo",
    "digitalradar.website",
    "digitalradar.api",
    "digitalradar.assessments",
    "digitalradar.takeaway",
    "digitalradar.focusgroups",
    "digitalradar.tastings",
    "digitalradar.programmes",
    "digitalradar.knowledge",
    "digitalradar.events",
    "digitalradar.accounts",
    "digitalradar.topics",
    "digitalradar.search",
    "digitalradar.mail",
    "digitalradar.region",
    "digitalradar.core",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.contrib.simple_translation",
    "wagtail.locales",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "axes",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "digitalradar.core.middleware.request_id.RequestIdMiddleware",
    "digitalradar.core.middleware.access_log.AccessLogMiddleware",
    "digitalradar.core.middleware.health.HealthMiddleware",
    "digitalradar.website.search_leads.SearchLeadMiddleware",
    "digitalradar.core.middleware.page_cache.PageCacheMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "digitalradar.core.middleware.content_security.ContentSecurityMiddleware",
    "digitalradar.core.middleware.compression.CompressionMiddleware",
    "digitalradar.api.middleware.ApiMiddleware",
    "digitalradar.core.middleware.error_pages.ErrorPagesMiddleware",
    "digitalradar.core.middleware.input_limits.InputLimitsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "digitalradar.urls"
WSGI_APPLICATION = "digitalradar.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "OPTIONS": {
            "loaders": [("django.template.loaders.cached.Loader", ["digitalradar.core.template_loader.Loader"])],
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "digitalradar.core.context_processors.navigation",
                "digitalradar.region.context_processors.region",
                "digitalradar.website.searching.search_url",
            ],
        },
    },
]

DATABASES = {"default": storage.database(DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": storage.cache()}

# Small follow-up work of the back office (search index) is done at once; what takes longer is queued for the worker.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "worker": {"BACKEND": "django_tasks_db.DatabaseBackend"},
}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]

LANGUAGE_CODE = "de"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("de", _("Deutsch")), ("en", _("Englisch"))]
LOCALE_PATHS = [PACKAGE_DIR / "locale"]
TIME_ZONE = environment.time_zone("TIME_ZONE", "Europe/Berlin")
USE_TZ = True
USE_THOUSAND_SEPARATOR = False
FORMAT_MODULE_PATH = "digitalradar.core.formats"

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"

vars().update(storage.email())
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = environment.text("EMAIL_FROM", "digitalradar@localhost")

WAGTAIL_SITE_NAME = "Digitalradar"
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_BASE_URL = PUBLIC_URL  # noqa: F405 -- from .serving
WAGTAILADMIN_PERMITTED_LANGUAGES = [("de", "Deutsch"), ("en", "English")]
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}

MEGABYTE = 1024 * 1024
WAGTAILIMAGES_MAX_UPLOAD_SIZE = environment.number("PICTURE_UPLOAD_MB", 10, low=1, high=40) * MEGABYTE
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]  # no SVG: it may hold scripts
DOCUMENT_UPLOAD_BYTES = environment.number("DOCUMENT_UPLOAD_MB", 20, low=1, high=40) * MEGABYTE
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odp", "ods", "odt", "pdf", "pptx", "txt", "xlsx", "zip"]
WAGTAILDOCS_DOCUMENT_FORM_BASE = "digitalradar.core.uploads.DocumentForm"

EXAMPLE_REGION = environment.flag("DIGITALRADAR_EXAMPLE", default=True)
FIRST_ACCOUNT_EMAIL = environment.text("FIRST_ACCOUNT_EMAIL", "verwaltung@localhost")
RATE_LIMITS = environment.flag("RATE_LIMITS", default=True)
PAGE_CACHE_BYTES = environment.number("PAGE_CACHE_MB", 64, low=0, high=4096) * 1024 * 1024
EMPTY_RUN_DAYS = environment.number("EMPTY_RUN_DAYS", 7, low=1, high=3650)
OPEN_RUN_DAYS = environment.number("OPEN_RUN_DAYS", 90, low=1, high=3650)
MESSAGE_TEXT_DAYS = environment.number("MESSAGE_TEXT_DAYS", 30, low=1, high=3650)
MESSAGE_MONTHS = environment.number("MESSAGE_MONTHS", 12, low=2, high=120)
FINISHED_RUN_MONTHS = environment.number("FINISHED_RUN_MONTHS", 24, low=1, high=120)
CONTENT_LICENCE = environment.text("CONTENT_LICENCE", "EUPL-1.2")  # SPDX identifier, for whoever takes guides over
SELECTION_MONTHS = environment.number("SELECTION_MONTHS", 12, low=1, high=120)
EVENTS_KEPT_MINUTES = environment.number("EVENTS_KEPT_MINUTES", 30, low=1, high=1440)
EVENTS_HOLD_MINUTES = environment.number("EVENTS_HOLD_MINUTES", 10, low=1, high=120)
EVENTS_CONFIRM_HOURS = environment.number("EVENTS_CONFIRM_HOURS", 72, low=1, high=720)
EVENTS_UNCLAIMED_MINUTES = environment.number("EVENTS_UNCLAIMED_MINUTES", 10, low=0, high=240)
EVENTS_REMINDER_HOURS = environment.number("EVENTS_REMINDER_HOURS", 48, low=1, high=720)
EVENTS_AFTERWARDS_HOURS = environment.number("EVENTS_AFTERWARDS_HOURS", 24, low=0, high=720)
EVENTS_CLOSE_HOURS = environment.number("EVENTS_CLOSE_HOURS", 48, low=1, high=720)
EVENTS_PERSONAL_MONTHS = environment.number("EVENTS_PERSONAL_MONTHS", 6, low=1, high=60)
EVENTS_EVIDENCE_YEARS = environment.number("EVENTS_EVIDENCE_YEARS", 10, low=1, high=30)
FOCUSGROUP_REQUEST_HOURS = environment.number("FOCUSGROUP_REQUEST_HOURS", 72, low=1, high=720)
FOCUSGROUP_INVITATION_DAYS = environment.number("FOCUSGROUP_INVITATION_DAYS", 30, low=1, high=365)
FOCUSGROUP_SESSION_TEXT_DAYS = environment.number("FOCUSGROUP_SESSION_TEXT_DAYS", 14, low=1, high=365)
FOCUSGROUP_LEFT_MONTHS = environment.number("FOCUSGROUP_LEFT_MONTHS", 12, low=1, high=120)
EVENTS_FORM_SECONDS = environment.number("EVENTS_FORM_SECONDS", 2, low=0, high=60)
EVENTS_SIGN_UPS_PER_HOUR = environment.number("EVENTS_SIGN_UPS_PER_HOUR", 20, low=1, high=100_000)
EVENTS_WEBHOOKS_PRIVATE = environment.flag("EVENTS_WEBHOOKS_PRIVATE", default=False)
EVENTS_UNGUARDED = False  # switches off what keeps places right; only the test suite can
