"""``digitalradar content check``: the library as files, for those who write it."""

from datetime import date
from pathlib import Path

from django.core.management import BaseCommand, CommandError, CommandParser

from digitalradar.knowledge.content import table
from digitalradar.knowledge.content.checking import check_library, only
from digitalradar.knowledge.content.fixing import fix
from digitalradar.knowledge.content.library import LIBRARY, read_library
from digitalradar.knowledge.content.problem import Level

LIBRARY_HELP = "another folder than the content/ of this installation"


class Command(BaseCommand):
    """Says in German what it finds: files, line and reason. Exit code 1 when something is wrong."""

    help = "Check the library of guides."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True, metavar="check")
        check = actions.add_parser("check", help="say what is wrong; needs no database")
        check.add_argument("chosen", nargs="*", metavar="FILE", help="identifiers, files or folders; without them all")
        check.add_argument("--strict", action="store_true", help="broken rules of the editors fail, too")
        check.add_argument("--fix", action="store_true", help="first bring files into the one form of writing")
        for action in (check,):
            action.add_argument("--library", type=Path, default=LIBRARY, metavar="DIR", help=LIBRARY_HELP)

    def handle(self, *args, action: str, **options) -> None:
        {"check": self.check_files}[action](options)

    def check_files(self, options: dict) -> None:
        """Print figures and problems."""
        library = read_library(options["library"])
        if options["fix"]:
            for path in fix(library, options["library"]):
                self.stdout.write(f"neu geschrieben: {path}")
            library = read_library(options["library"])
        report = only(check_library(library, date.today()), options["chosen"])
        for line in table.lines(report):
            self.stdout.write(line)
        failing = report.count(Level.ERROR) + (report.count(Level.RULE) if options["strict"] else 0)
        if failing:
            raise CommandError(table.summary(report))
