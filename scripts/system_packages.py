"""Programs the tests need from the operating system; missing ones are installed where that is allowed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Program:
    """What is needed, the Debian package that has it, and how one sees that it is there."""

    package: str
    purpose: str
    is_there: Callable[[], bool]


def has_command(*names: str) -> Callable[[], bool]:
    """Return a question: is one of these commands on the path?"""
    return lambda: any(shutil.which(name) for name in names)


def has_file(pattern: str) -> Callable[[], bool]:
    """Return a question: is there a file of this pattern below the root?"""
    return lambda: any(Path("/").glob(pattern))


PROGRAMS = [
    Program("gettext", "texts to translate", has_command("msgfmt")),
    Program("postgresql", "the tests that the database guards", has_file("usr/lib/postgresql/*/bin/initdb")),
    Program("chromium", "the browser tests", has_command("chromium", "chromium-browser")),
]


def ensure() -> None:
    """Install what is missing, saying so; leave with a sentence where that is not allowed."""
    missing = [program for program in PROGRAMS if not program.is_there()]
    if not missing:
        return
    for program in missing:
        print(f"Missing: {program.package} ({program.purpose})", flush=True)
    packages = [program.package for program in missing]
    install = [*_privilege(packages), "apt-get", "install", "--yes", "--no-install-recommends", *packages]
    print(f"Installing: {' '.join(install)}", flush=True)
    subprocess.run([*_privilege(packages), "apt-get", "update", "--quiet"], check=False)
    subprocess.run(install, check=False)
    if left := [program.package for program in missing if not program.is_there()]:
        sys.exit(f"Could not be installed: {', '.join(left)}. The tests need them; install them and run again.")


def _privilege(packages: list[str]) -> list[str]:
    """Return what stands before apt-get, or leave when this user may not install."""
    if shutil.which("apt-get"):
        if os.geteuid() == 0:
            return []
        if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
            return ["sudo", "-n"]
    sys.exit(f"The tests need these packages: {', '.join(packages)}. Install them and run again.")
