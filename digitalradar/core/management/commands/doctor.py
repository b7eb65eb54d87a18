"""``digitalradar doctor``: what is configured, what is missing."""

import sys

from django.conf import settings
from django.core.management import BaseCommand
from django.db import DatabaseError

from digitalradar import __version__
from digitalradar.core import checkup
from digitalradar.core.checkup import Finding, Level
from digitalradar.core.masking import mask


class Command(BaseCommand):
    """Print one line per finding; exit code 1 when something required is missing. Secrets are never printed."""

    help = "Tell what is configured and what is missing."
    requires_system_checks = []
    requires_migrations_checks = False

    def handle(self, *args, **options):
        self.stdout.write(f"Digitalradar {__version__}, settings {settings.SETTINGS_MODULE}")
        counts = dict.fromkeys(Level, 0)
        for name, check in checkup.checks():
            self.stdout.write(f"\n{name}")
            for finding in findings(check):
                counts[finding.level] += 1
                self.stdout.write(f"  {finding.level:<9}{mask(finding.text)}")
        self.stdout.write(f"\n{counts[Level.MISSING]} missing, {counts[Level.WARNING]} warnings")
        if counts[Level.MISSING]:
            sys.exit(1)


def findings(check: checkup.Check) -> list[Finding]:
    """Return what a check finds; one that the database keeps from asking is a finding itself."""
    try:
        return list(check())
    except DatabaseError:
        return [checkup.missing("This cannot be looked at without a complete database.")]
