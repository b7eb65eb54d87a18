"""Everything of an installation in one file, and back: docs/how-to/backup.md."""

from .create import create_backup
from .manifest import BackupRefused
from .restore import restore_backup

__all__ = ["BackupRefused", "create_backup", "restore_backup"]
