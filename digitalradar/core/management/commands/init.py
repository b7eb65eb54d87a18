"""``digitalradar init``: make this installation complete; skip what is done."""

import gc
import time
from contextlib import contextmanager

from django.conf import settings
from django.core.management import BaseCommand, call_command

from digitalradar.core import installation
from digitalradar.core.starter import starters


class Command(BaseCommand):
    """Migrate, load the starter content, collect the static files. May be run any number of times."""

    help = "Prepare database, starter content and static files; does only what is missing."
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("--force", action="store_true", help="do everything again even if nothing has changed")

    def handle(self, *args, force: bool, **options):
        digest = installation.package_digest()
        if force or not installation.is_up_to_date(digest):
            self.prepare(digest)
        self.stdout.write(installation.how_to_start())

    def prepare(self, digest: str) -> None:
        """Do every step, and note at the end that all are done."""
        self.stdout.write("Preparing Digitalradar, this takes a minute the first time ...")
        with self.step("Database"):
            migrate()
        for starter in starters():
            with self.step(starter.name):
                if said := starter.function():
                    self.stdout.write(f"\n    {said}", ending=" ")
        with self.step("Static files"):
            call_command("collectstatic", interactive=False, verbosity=0)
        installation.remember(digest)

    @contextmanager
    def step(self, name: str):
        """Show what is being done and how many seconds it took."""
        started = time.monotonic()
        self.stdout.write(f"  {name} ...", ending=" ")
        self.stdout.flush()
        yield
        self.stdout.write(f"{time.monotonic() - started:.1f} s")


def migrate() -> None:
    """Run all migrations without the garbage collector: it walks millions of short-lived states in vain."""
    settings.MEDIA_ROOT.mkdir(parents=True, exist_ok=True)
    gc.disable()
    try:
        call_command("migrate", interactive=False, verbosity=0)
    finally:
        gc.enable()
