"""``digitalradar benchmark release|preview|recount``: the comparison inside the region for operators."""

from django.core.management import BaseCommand, CommandError, CommandParser

from digitalradar.assessments.services.recounts import recount
from digitalradar.assessments.services.release_plans import PlannedCell, preview_release
from digitalradar.assessments.services.releases import ReleaseRunning, release


class Command(BaseCommand):
    """Never prints a value of a company, nor a number of companies below ten."""

    help = "Release the comparison inside the region, show what a release would do, or prove the last one right."

    def add_arguments(self, parser: CommandParser) -> None:
        actions = parser.add_subparsers(dest="action", required=True, metavar="release|preview|recount")
        texts = {
            "release": "publish, keep and hide groups by the rules of docs/algorithms/comparison.md",
            "preview": "say what a release would do now; changes nothing",
            "recount": "compare what is published with the contributions it was published from",
        }
        for name, text in texts.items():
            action = actions.add_parser(name, help=text)
            action.add_argument("--example", action="store_true", help="the made-up companies of the example region")
            if name == "preview":
                action.add_argument("--family", help="one family of checks only, for example main")

    def handle(self, *args, action: str, **options) -> None:
        {"release": self.release, "preview": self.preview, "recount": self.recount}[action](options)

    def release(self, options: dict) -> None:
        """Make a release and say per family what happened."""
        try:
            made = release(is_example=options["example"])
        except ReleaseRunning as refusal:
            raise CommandError("Another release is running. Nothing was changed.") from refusal
        self.stdout.write(f"Release {made.number}")
        for family, counts in sorted(made.counts.items()):
            told = ", ".join(f"{counts[name]} groups {word}" for name, word in WORDS.items())
            self.stdout.write(f"{family}: {told}")

    def preview(self, options: dict) -> None:
        """Print one line per group of which something would be seen or heard."""
        cells = preview_release(options["family"], is_example=options["example"])
        for cell in cells:
            self.stdout.write(_line(cell))
        counted = {name: sum(cell.action == name for cell in cells) for name in WORDS}
        self.stdout.write(", ".join(f"{counted[name]} groups would be {word}" for name, word in WORDS.items()))

    def recount(self, options: dict) -> None:
        """Print the groups that differ; exit code 1 when there are any."""
        proof = recount(is_example=options["example"])
        for difference in proof.differences:
            self.stdout.write(difference)
        told = f"{proof.exact} groups equal their contributions exactly, {proof.partly} as far as these still exist"
        self.stdout.write(told)
        if proof.differences:
            raise CommandError(f"Groups that differ: {len(proof.differences)}")


WORDS = {"publish": "published", "keep": "kept", "hide": "hidden"}


def _line(cell: PlannedCell) -> str:
    companies = "fewer than 10" if cell.n is None else str(cell.n)
    return f"{cell.action}\t{cell.family}\t{cell.dimension}\t{' / '.join(cell.key)}\t{companies}\t{cell.reason}"
