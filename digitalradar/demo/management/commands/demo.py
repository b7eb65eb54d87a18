"""``digitalradar demo``: add the example region, or take it away with ``--remove``."""

from django.core.management import BaseCommand

from digitalradar.demo.services import add_example_data, remove_example_data


class Command(BaseCommand):
    """May be run any number of times; never changes a region that somebody has set up."""

    help = "Add the fictitious example region where no region is set up; --remove takes it away."

    def add_arguments(self, parser):
        parser.add_argument("--remove", action="store_true", help="delete everything marked as example data")

    def handle(self, *args, remove: bool, **options):
        self.stdout.write(self.take_away() if remove else self.add())

    def add(self) -> str:
        return add_example_data() or "Nothing to do: a region is already set up."

    def take_away(self) -> str:
        if remove_example_data():
            return "The example region is gone. Enter your own in the back office under Einstellungen, Region."
        return "The region is not the example one and stays as it is; example contact people and partners are gone."
