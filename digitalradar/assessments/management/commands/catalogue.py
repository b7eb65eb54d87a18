"""``digitalradar catalogue check|load|diff``: catalogues of questions for those who write them."""

from pathlib import Path

from django.core.management import BaseCommand, CommandError, CommandParser

from digitalradar.assessments.services.catalogues import (
    CatalogueRefused,
    check_catalogues,
    compare_catalogues,
    load_catalogues,
)

PATH_HELP = "a folder with catalogue.yaml, or a single file"
NAME_HELP = "a path, or a loaded version: digital-check@2026.1, digital-check for the active one"
MOVES_SCORES = "! "
TEXT_ONLY = "  "


class Command(BaseCommand):
    """Problems are one line each, ``file:line: path: reason``, and exit code 1; nothing is loaded then."""

    help = "Check, load or compare catalogues of questions."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True, metavar="check|load|diff")
        check = actions.add_parser("check", help="say what is wrong; needs no database")
        check.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=PATH_HELP)
        load = actions.add_parser("load", help="load for new runs; all of them or none")
        load.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=PATH_HELP)
        difference = actions.add_parser("diff", help="say what changed; without OLD from the active version")
        difference.add_argument("old", nargs="?", default="", metavar="OLD", help=NAME_HELP)
        difference.add_argument("new", metavar="NEW", help=NAME_HELP)

    def handle(self, *args, action: str, **options) -> None:
        try:
            {"check": self.check_files, "load": self.load, "diff": self.diff}[action](options)
        except CatalogueRefused as refusal:
            for problem in refusal.problems:
                self.stdout.write(str(problem))
            raise CommandError(_counted(len(refusal.problems), "problem")) from refusal

    def check_files(self, options: dict) -> None:
        """Say of each catalogue that it is sound."""
        for document in check_catalogues(options["paths"]):
            data = document.data
            questions = sum(len(dimension["questions"]) for dimension in data["dimensions"])
            self.stdout.write(f"{data['id']} {data['version']}: sound, {_counted(questions, 'question')}")

    def load(self, options: dict) -> None:
        """Load and say what is new."""
        for version, is_new in load_catalogues(options["paths"]):
            self.stdout.write(f"{version}: {'loaded, new runs use it' if is_new else 'was loaded before, unchanged'}")

    def diff(self, options: dict) -> None:
        """Print one change after the other; those that can move results are marked."""
        changes = compare_catalogues(options["old"], options["new"])
        for change in changes:
            self.stdout.write(f"{MOVES_SCORES if change.moves_scores else TEXT_ONLY}{change}")
        moving = sum(change.moves_scores for change in changes)
        self.stdout.write(f"{_counted(len(changes), 'change')}, {moving} can move results (!)")


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
