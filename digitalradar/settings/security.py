"""Cookies, headers, passwords and the content security policy of the public pages."""

from csp.constants import NONE, SELF

from . import environment

BEHIND_TLS = environment.flag("BEHIND_TLS", default=False)
# How many proxies of ours add the client's address to X-Forwarded-For; with none the header is not believed.
TRUSTED_PROXIES = environment.number("TRUSTED_PROXIES", 1 if BEHIND_TLS else 0, low=0, high=5)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_HSTS_SECONDS = 31_536_000 if BEHIND_TLS else 0
SECURE_SSL_REDIRECT = BEHIND_TLS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "manifest-src": [SELF],
    },
}

CSRF_FAILURE_VIEW = "digitalradar.core.views.errors.csrf_failure"

# Bodies: one figure for public forms, one for the API, one for uploads in the back office (bytes).
PUBLIC_BODY_LIMIT = 1_000_000
API_BODY_LIMIT = 256_000
BACK_OFFICE_BODY_LIMIT = 50_000_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # Wagtail's page editor sends thousands

# Failed sign-ins are counted in the cache and named by nobody: no address, no user agent, no name is stored or logged.
# The cache of one process is enough for one process; ``doctor`` speaks up when several workers do not share one.
# W005 and W021: subdomains and the preload list are decisions of the domain's owner, not of one portal in it.
SILENCED_SYSTEM_CHECKS = ["axes.W001", "security.W005", "security.W021"]
AXES_HANDLER = "axes.handlers.cache.AxesCacheHandler"
AXES_USERNAME_FORM_FIELD = "username"
AXES_USERNAME_CALLABLE = "digitalradar.core.sign_in_guard.account_name"
AXES_CLIENT_IP_CALLABLE = "digitalradar.core.client_address.client_address"
AXES_CLIENT_STR_CALLABLE = "digitalradar.core.sign_in_guard.nobody"
AXES_LOCKOUT_CALLABLE = "digitalradar.core.views.errors.locked_out"
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
