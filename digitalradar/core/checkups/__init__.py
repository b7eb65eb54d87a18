"""What the foundation itself asks when the doctor comes."""

from .. import checkup
from .database import database
from .due_work import due_work
from .files import data_folder, shipped_files
from .jobs import jobs
from .services import cache, mail
from .settings import settings_fit


def register() -> None:
    """Put the foundation's questions in front of those of the apps."""
    checkup.register("Settings", settings_fit, order=10)
    checkup.register("Database", database, order=20)
    checkup.register("Data folder", data_folder, order=21)
    checkup.register("Files", shipped_files, order=22)
    checkup.register("Cache", cache, order=30)
    checkup.register("Mail", mail, order=31)
    checkup.register("Jobs", jobs, order=32)
    checkup.register("Due work", due_work, order=33)
