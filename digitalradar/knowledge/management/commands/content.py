"""``digitalradar content check|load|export|diff|links``: the library as files, for those who write it."""

from datetime import date
from pathlib import Path

from django.conf import settings
from django.core.management import BaseCommand, CommandError, CommandParser

from digitalradar.knowledge.content import table
from digitalradar.knowledge.content.checking import check_library, only
from digitalradar.knowledge.content.fixing import fix
from digitalradar.knowledge.content.library import read_library
from digitalradar.knowledge.content.problem import Level
from digitalradar.knowledge.queries.links import links
from digitalradar.knowledge.services.library import differences, export_library, load_library

LIBRARY_HELP = "another folder than the content/ of this installation"
CHOSEN_HELP = "identifiers, files or folders; without them everything"


class Command(BaseCommand):
    """Says in German what it finds, with file, line and reason. Exit code 1 when something was refused."""

    help = "Check, load, export or compare the library of guides, and list its links."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True, metavar="check|load|export|diff|links")
        check = actions.add_parser("check", help="say what is wrong; needs no database")
        check.add_argument("chosen", nargs="*", metavar="FILE", help=CHOSEN_HELP)
        check.add_argument("--strict", action="store_true", help="broken rules of the editors fail, too")
        check.add_argument("--fix", action="store_true", help="first bring files into the one form of writing")
        load = actions.add_parser("load", help="bring changed files into the portal; never overwrites edits silently")
        load.add_argument("--take-over", nargs="+", default=[], metavar="ID", help="overwrite these on purpose")
        export = actions.add_parser("export", help="write the live pages back to files")
        export.add_argument("--to", type=Path, metavar="DIR", help="a folder of its own, not the library")
        compare = actions.add_parser("diff", help="show what differs between files and site")
        compare.add_argument("chosen", nargs="*", metavar="FILE", help=CHOSEN_HELP)
        actions.add_parser(
            "links", help="list links that lead nowhere, and all addresses outside; asks no other server"
        )
        for action in (check, load, export, compare):
            action.add_argument("--library", type=Path, default=settings.CONTENT_DIR, metavar="DIR", help=LIBRARY_HELP)

    def handle(self, *args, action: str, **options) -> None:
        {
            "check": self.check_files,
            "load": self.load,
            "export": self.export,
            "diff": self.diff,
            "links": self.links,
        }[action](options)

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
            raise CommandError(f"Zu beheben: {failing}")

    def load(self, options: dict) -> None:
        """Load and say what came of it."""
        outcome = load_library(options["library"], take_over=options["take_over"])
        for line in outcome.told():
            self.stdout.write(line)
        self.stdout.write(outcome.summary())
        if outcome.refused:
            raise CommandError("Zurückgewiesene Dateien sind nicht geladen; was vorher da war, bleibt.")

    def export(self, options: dict) -> None:
        """Write files and say which."""
        exported = export_library(options["to"] or options["library"], facts_from=options["library"])
        for path in exported.written:
            self.stdout.write(f"geschrieben: {path}")
        for refused in exported.refused:
            self.stdout.write(f"nicht schreibbar  {refused}")
        self.stdout.write(f"{len(exported.written)} geschrieben, {exported.unchanged} waren schon gleich")
        if exported.refused:
            raise CommandError("Manche Seiten enthalten, was Dateien nicht kennen.")

    def diff(self, options: dict) -> None:
        """Print a unified difference for each file, from the file to the site."""
        count = 0
        for _path, text in differences(options["library"], options["chosen"]):
            count += 1
            self.stdout.write(text)
        self.stdout.write(f"{count} Dateien unterscheiden sich von der Website")

    def links(self, options: dict) -> None:
        """Print broken links, then addresses outside, one per line, with the pages that name them."""
        found = links()
        for broken in found.broken:
            self.stdout.write(f"führt ins Leere  {broken.place.title}: „{broken.text}“. {broken.reason}")
        for external in found.external:
            self.stdout.write(f"{external.address}\t{'; '.join(place.title for place in external.places)}")
        self.stdout.write(
            f"{len(found.broken)} Links führen ins Leere, {len(found.external)} Adressen liegen außerhalb"
        )
        if found.broken:
            raise CommandError("Bitte berichtigen Sie die Seiten.")
