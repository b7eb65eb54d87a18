"""Take secrets and personal data out of a text before it is logged."""

import re
from functools import cache
from urllib.parse import quote

from django.conf import settings

MASK = "***"
URL_CREDENTIALS = re.compile(r"(?<=://)[^/\s@]+(?=@)")
NAMES = "password|passwd|secret|secret_key|token|api_key"
NAMED_SECRET = re.compile(rf"(?i)\b({NAMES})(['\"]?\s*[=:]\s*)(['\"]?)[^\s'\",;&]+")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*")
SHORTEST = 4  # a shorter value would blot out half of every sentence


def mask(text: str) -> str:
    """Return ``text`` with keys, passwords, private links and e-mail addresses replaced by ``***``."""
    for value in _own_secrets():
        text = text.replace(value, MASK)
    # Each line of the log comes through here: a pattern is tried only on what has the sign it cannot do without.
    text = _private_link().sub(rf"\g<1>{MASK}", text)
    if "=" in text or ":" in text:
        text = URL_CREDENTIALS.sub(MASK, text)
        text = NAMED_SECRET.sub(rf"\g<1>\g<2>\g<3>{MASK}", text)
    return EMAIL.sub(MASK, text) if "@" in text else text


@cache
def _own_secrets() -> tuple[str, ...]:
    """Return this installation's secrets, the longest first so that none is cut in two."""
    values = [settings.SECRET_KEY, settings.EMAIL_HOST_PASSWORD, settings.DATABASES["default"].get("PASSWORD")]
    found = {str(value) for value in values if value and len(str(value)) >= SHORTEST}
    return tuple(sorted(found | {quote(value, safe="") for value in found}, key=len, reverse=True))


@cache
def _private_link() -> re.Pattern[str]:
    prefixes = [form for prefix in settings.SECRET_PATHS for form in (prefix, quote(prefix, safe=""))]
    return re.compile(rf"({'|'.join(map(re.escape, prefixes))})[^/\s\"'?#<>%]+")
