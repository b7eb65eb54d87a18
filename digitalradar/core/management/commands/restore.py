"""``digitalradar restore FILE``."""

from pathlib import Path

from django.core.management import BaseCommand, CommandError

from digitalradar.core.backup import BackupRefused, restore_backup


class Command(BaseCommand):
    """Check a backup completely, then put it in place of what is there; all or nothing."""

    help = "Bring back database and media from a backup; the portal must be stopped."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--force", action="store_true", help="replace an installation that is not empty")

    def handle(self, *args, file: Path, force: bool, **options):
        try:
            manifest, aside = restore_backup(file, force=force)
        except BackupRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"Restored the backup of {manifest.created_at} (version {manifest.version}).")
        if aside:
            self.stdout.write(f"What was here before is kept in {aside}; delete it when all is well.")
        self.stdout.write("Now run: digitalradar init")
