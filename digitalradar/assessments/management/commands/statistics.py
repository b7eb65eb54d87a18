"""``digitalradar statistics check|load``: official figures for those who bring them up to date."""

from pathlib import Path

from django.core.management import BaseCommand, CommandError, CommandParser

from digitalradar.assessments.official import DEFAULT_FILE
from digitalradar.assessments.services.official import FiguresRefused, check_figures, load_figures

FILE_HELP = "a CSV file (docs/reference/official-statistics.md); without it the one of the package"


class Command(BaseCommand):
    """Problems are one line each, ``file:line: column: reason``, and exit code 1; nothing is loaded then."""

    help = "Check or load official figures of the digital intensity."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True, metavar="check|load")
        for name, told in (("check", "say what is wrong; needs no database"), ("load", "load all of it or nothing")):
            action = actions.add_parser(name, help=told)
            action.add_argument("file", nargs="?", type=Path, default=DEFAULT_FILE, metavar="FILE", help=FILE_HELP)

    def handle(self, *args, action: str, file: Path, **options) -> None:
        try:
            {"check": self.check_file, "load": self.load}[action](file)
        except FiguresRefused as refusal:
            for problem in refusal.problems:
                self.stdout.write(str(problem))
            count = len(refusal.problems)
            raise CommandError(f"{count} problem{'' if count == 1 else 's'}, nothing loaded") from refusal

    def check_file(self, file: Path) -> None:
        """Say that the file is sound and what it holds."""
        reading = check_figures(file)
        years = sorted({figure.year for figure in reading.figures})
        told = f"{len(reading.figures)} figures, years {', '.join(map(str, years))}"
        self.stdout.write(f"{file.name}: sound, {told}{_left_out(reading.left_out)}")

    def load(self, file: Path) -> None:
        """Load and say figure by figure what that changed."""
        loaded = load_figures(file)
        for word, names in (
            ("new", loaded.new),
            ("corrected", loaded.corrected),
            ("kept, a newer extract is loaded", loaded.kept),
        ):
            for name in names:
                self.stdout.write(f"{word}: {name}")
        counts = f"{len(loaded.new)} new, {len(loaded.corrected)} corrected, {loaded.confirmed} confirmed"
        rest = f"{loaded.unchanged} unchanged, {len(loaded.kept)} kept{_left_out(loaded.left_out)}"
        self.stdout.write(f"{file.name}: {counts}, {rest}")


def _left_out(count: int) -> str:
    return f", {count} lines of other size classes left out" if count else ""
