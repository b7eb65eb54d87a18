"""The command line ``digitalradar``: a thin layer over the commands of the apps, for operators.

A refusal is one sentence on standard error and exit code 1, never a traceback.
"""

import os
import sys

from digitalradar import __version__

# Name on the command line, Django's command, what it does; listed by ``digitalradar help``.
COMMANDS = {
    "init": ("init", "prepare database, starter content and static files; does only what is missing"),
    "serve": ("serve", "serve the portal on HOST and PORT"),
    "worker": ("worker", "do queued work, such as building PDFs, without a web server"),
    "doctor": ("doctor", "tell what is configured and what is missing"),
    "backup": ("backup", "write everything to one file while the portal runs"),
    "restore": ("restore", "bring back what a backup holds"),
    "reset-password": ("reset_password", "give a back-office account a new password"),
    "run-jobs": ("run_jobs", "do what has fallen due, above all deletions; once a day"),
    "mail": ("mail", "try out the mail server, send what waits, take in what came back"),
    "demo": ("demo", "add or remove the fictitious example region"),
    "catalogue": ("catalogue", "check, load or compare catalogues of questions"),
    "content": ("content", "check, load, export or compare the library of guides"),
    "statistics": ("statistics", "check or load official figures of the digital intensity"),
    "benchmark": ("benchmark", "release, preview or recount the comparison inside the region"),
    "search": ("search", "rebuild the search index, or check it against what is published"),
    "manage": ("", "any other command of Django or Wagtail"),
}
SCORE = "read scoring requests as JSON Lines and answer them; needs no database"


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return the exit code."""
    name, *rest = (sys.argv[1:] if arguments is None else arguments) or ["help"]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "digitalradar.settings.production")
    if name in {"help", "--help", "-h"}:
        print(usage())
        return 0
    if name in {"version", "--version"}:
        print(__version__)
        return 0
    if name == "score":
        return _score()
    if name not in COMMANDS:
        print(f"There is no command {name!r}.\n\n{usage()}", file=sys.stderr)
        return 2
    return _django([name for name in [COMMANDS[name][0]] if name] + rest)


def usage() -> str:
    """Return the list of commands, one line each."""
    lines = {**{name: told for name, (_command, told) in COMMANDS.items()}, "score": SCORE}
    listed = "\n".join(f"  {name:<16}{told}" for name, told in lines.items())
    head = f"digitalradar {__version__}\n\nUsage: digitalradar COMMAND [OPTIONS]"
    return f"{head}\n\n{listed}\n\nSettings come from the environment (docs/reference/settings.md)."


def _score() -> int:
    from digitalradar.assessments.scoring.jsonlines import main as score

    score(sys.stdin.buffer, sys.stdout.buffer)
    return 0


def _django(arguments: list[str]) -> int:
    """Hand over to Django; what is wrong with settings or database is said in one sentence."""
    from django.core.exceptions import ImproperlyConfigured
    from django.db import OperationalError

    try:
        if arguments == ["init"] and _nothing_to_do():
            return 0
        from django.core.management import execute_from_command_line

        execute_from_command_line(["digitalradar", *arguments])
    except ImproperlyConfigured as error:
        return _refuse(str(error))
    except OperationalError as error:
        return _refuse(f"The database cannot be used: {str(error).splitlines()[0]}")
    except KeyboardInterrupt:
        return 130
    return 0


def _nothing_to_do() -> bool:
    """Ask before Django loads its apps, which takes seconds: a second start should not."""
    from digitalradar.core import installation

    if not installation.is_up_to_date(installation.package_digest()):
        return False
    print(installation.how_to_start())
    return True


def _refuse(sentence: str) -> int:
    print(f"digitalradar: {sentence}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
