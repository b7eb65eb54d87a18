"""``digitalradar search rebuild|check``: the index for operators."""

from django.core.management import BaseCommand, CommandError, CommandParser

from digitalradar.search.services.rebuilding import differences, rebuild


class Command(BaseCommand):
    """``check`` prints one line per page that differs and ends with exit code 1 then."""

    help = "Rebuild the search index, or check it against what is published."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True, metavar="rebuild|check")
        actions.add_parser("rebuild", help="build the index anew; readers use the old one until it is complete")
        actions.add_parser("check", help="say which published pages the index lacks, and what it holds beyond them")

    def handle(self, *args, action: str, **options) -> None:
        if action == "rebuild":
            self.stdout.write(f"{rebuild()} pages are in the index")
            return
        found = differences()
        for line in found:
            self.stdout.write(line)
        if found:
            raise CommandError(f"{len(found)} pages differ; digitalradar search rebuild puts it right")
        self.stdout.write("the index holds exactly what is published")
