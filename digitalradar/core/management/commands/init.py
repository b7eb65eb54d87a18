"""``digitalradar init``: make this installation complete; skip what is done."""

import gc
import time
from contextlib import contextmanager

from django.conf import settings
from django.core.management import BaseCommand, call_command

from digitalradar.core import installation
from digitalradar.core.errors import DomainError
from digitalradar.core.starter import Starter, starters


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
        """Do every step, and note at the end that all are done.

        A step that is refused (a broken catalogue, say) leaves what was there before, and the portal can run with it:
        the others are done all the same, and the next start tries again.
        """
        self.stdout.write("Preparing Digitalradar, this takes a minute the first time ...")
        with self.step("Database"):
            migrate()
        with self.step("Static files"):  # before the content: pages that are rendered at publication name them
            call_command("collectstatic", interactive=False, verbosity=0)
        refused = [starter.name for starter in starters() if not self.content(starter)]
        if refused:
            self.stderr.write(f"Refused: {', '.join(refused)}. What was loaded before stays; see above.")
        else:
            installation.remember(digest)

    def content(self, starter: Starter) -> bool:
        """Run one step of an app; return whether it was done."""
        with self.step(starter.name):
            try:
                said = starter.function()
            except DomainError as refusal:
                self.stderr.write(f"\n    {refusal}")
                return False
            if said:
                self.stdout.write(f"\n    {said}", ending=" ")
        return True

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
