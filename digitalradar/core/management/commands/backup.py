"""``digitalradar backup FILE``."""

from pathlib import Path

from django.core.management import BaseCommand, CommandError

from digitalradar.core.backup import BackupRefused, create_backup


class Command(BaseCommand):
    """Write one file that holds the whole installation; the portal may run meanwhile."""

    help = "Write database and media to one file (.tar.gz) while the portal runs."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--with-key", action="store_true", help="add the secret key; then keep the file like a password"
        )

    def handle(self, *args, file: Path, with_key: bool, **options):
        try:
            manifest = create_backup(file, with_key=with_key)
        except BackupRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        size = file.stat().st_size / 1e6
        self.stdout.write(f"{file}: {len(manifest.files)} files of {manifest.engine}, {size:.1f} MB")
