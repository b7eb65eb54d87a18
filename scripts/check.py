#!/usr/bin/env python3
"""Everything that must hold before a change is taken: ``make test``. ``--quick`` leaves out the second database and
the browser. Every step runs, even when an earlier one failed; the summary at the end names those that did.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import system_packages

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"
PYTHON = str(BIN / "python")
MANAGE = [PYTHON, "manage.py"]
TESTING = {"DJANGO_SETTINGS_MODULE": "digitalradar.settings.test"}
DEPLOYED = {
    "DJANGO_SETTINGS_MODULE": "digitalradar.settings.production",
    "BEHIND_TLS": "1",
    "PUBLIC_URL": "https://digital.example.org",
    "DIGITALRADAR_ENV_FILE": "",
}


@dataclass
class Step:
    """One command with its environment.

    ``is_long`` ones are left out of the quick run. They run one after the other beside the rest, so that two cores are
    used; what they print is shown when the rest is done.
    """

    name: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    is_long: bool = False


def steps(data_dir: str) -> list[Step]:
    """Return what is checked, the fast things first."""
    templates = sorted(str(file) for file in (ROOT / "digitalradar").rglob("*.html"))
    pytest = [PYTHON, "-m", "pytest", "-q"]
    prepared = {"DIGITALRADAR_PREPARED": str(Path(data_dir) / "prepared")}  # made once for all, see tests/prepared.py
    return [
        Step("lint", [str(BIN / "ruff"), "check", "."]),
        Step("format", [str(BIN / "ruff"), "format", "--check", "."]),
        Step("templates", [str(BIN / "djhtml"), "--check", *templates]),
        Step("import contracts", [str(BIN / "lint-imports"), "--no-cache"]),
        Step("types", [str(BIN / "mypy")]),
        Step("library", [*MANAGE, "content", "check", "--strict"], TESTING),
        Step("migrations", [*MANAGE, "makemigrations", "--check", "--dry-run"], TESTING),
        Step(
            "system checks",
            [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"],
            DEPLOYED | {"DIGITALRADAR_DATA_DIR": data_dir},
        ),
        Step("translations", [PYTHON, "scripts/messages.py", "--check"]),
        Step("tests on SQLite", [*pytest, "-m", "not e2e"], prepared),
        Step("tests on PostgreSQL", [PYTHON, "scripts/with_postgres.py", *pytest, "-m", "database"], is_long=True),
        Step("tests in the browser", [*pytest, "-m", "e2e"], prepared, is_long=True),
    ]


def main() -> int:
    """Run the steps; return 1 when one failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="without the second database and the browser")
    quick = parser.parse_args().quick
    if not quick:
        system_packages.ensure()
    with tempfile.TemporaryDirectory(prefix="digitalradar-check-") as data_dir, ThreadPoolExecutor(1) as beside:
        chosen = [step for step in steps(data_dir) if not (quick and step.is_long)]
        begun = [(step, beside.submit(run_aside, step)) for step in chosen if step.is_long]
        results = [(step.name, *run(step)) for step in chosen if not step.is_long]
        for step, ending in begun:
            *outcome, output = ending.result()
            print(f"\n== {step.name}\n{output}", flush=True)
            results.append((step.name, *outcome))
    print("\nSummary")
    for name, passed, seconds in results:
        print(f"  {'passed' if passed else 'FAILED':<8}{name:<24}{seconds:6.1f} s")
    return 0 if all(passed for _name, passed, _seconds in results) else 1


def run(step: Step) -> tuple[bool, float]:
    """Run one step in the open; return whether it passed and how many seconds it took."""
    print(f"\n== {step.name}", flush=True)
    started = time.monotonic()
    code = subprocess.run(step.command, cwd=ROOT, env=environment() | step.environment, check=False).returncode
    return code == 0, time.monotonic() - started


def run_aside(step: Step) -> tuple[bool, float, str]:
    """Run one step beside others; return also what it printed."""
    started = time.monotonic()
    done = subprocess.run(
        step.command,
        cwd=ROOT,
        env=environment() | step.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    return done.returncode == 0, time.monotonic() - started, done.stdout


def environment() -> dict[str, str]:
    """Return the environment without the settings of an installation: tests bring their own."""
    own = {
        "DATABASE_URL",
        "CACHE_URL",
        "EMAIL_URL",
        "SECRET_KEY",
        "DIGITALRADAR_DATA_DIR",
        "ALLOWED_HOSTS",
        "PUBLIC_URL",
    }
    own |= {"HOST", "PORT", "DJANGO_SETTINGS_MODULE"}  # the Makefile exports them for "make run"
    return {name: value for name, value in os.environ.items() if name not in own}


if __name__ == "__main__":
    sys.exit(main())
