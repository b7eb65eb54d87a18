"""Whether ``digitalradar init`` has anything to do: a digest of the package against the one kept in the database."""

import hashlib
import warnings
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

from digitalradar import __version__

LIBRARIES = ("django", "wagtail", "django-axes", "django-taggit")  # they bring migrations and static files
IGNORED = {"__pycache__"}


def package_digest() -> str:
    """Return one SHA-256 over the files of package and library, the libraries with migrations, and what is set."""
    digest = hashlib.sha256()
    for folder in (settings.PACKAGE_DIR, settings.CONTENT_DIR):
        for file in sorted(folder.rglob("*")):
            if file.is_file() and not IGNORED & set(file.parts):
                digest.update(str(file.relative_to(folder)).encode())
                digest.update(hashlib.sha256(file.read_bytes()).digest())
    told = [*(f"{name} {version(name)}" for name in LIBRARIES), str(settings.EXAMPLE_REGION), settings.STATIC_ROOT]
    digest.update("\n".join(map(str, told)).encode())
    return digest.hexdigest()


def is_up_to_date(digest: str) -> bool:
    """Whether ``init`` finished here with this very digest. Works before Django's apps are loaded."""
    stamp = _static_stamp()
    if not stamp.exists() or stamp.read_text() != digest:
        return False
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # "database during app initialization": on purpose, see above
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT digest FROM core_installation WHERE id = 1")
                return cursor.fetchone() == (digest,)
        except DatabaseError:
            return False


def how_to_start() -> str:
    """Return where the portal is found and how one signs in; shown at each start."""
    first_password = settings.DATA_DIR / "first-account.txt"
    hint = f"E-mail and first password: {first_password}" if first_password.exists() else "With your own password"
    return (
        f"\n  Portal:       {settings.PUBLIC_URL}/\n  Back office:  {settings.PUBLIC_URL}/verwaltung/\n"
        f"                {hint}\n"
    )


def remember(digest: str) -> None:
    """Note that everything of this digest is done."""
    from .models import Installation

    _static_stamp().write_text(digest)
    Installation.objects.update_or_create(id=1, defaults={"digest": digest, "version": __version__})


def _static_stamp() -> Path:
    """The static files have a stamp of their own: a restored database knows nothing of the files beside it."""
    return settings.DATA_DIR / "static.digest"
