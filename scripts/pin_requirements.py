#!/usr/bin/env python3
"""Pin every requirement with its hashes, for all platforms and from Python 3.11 on.

``requirements/base.txt`` is what the portal needs, ``requirements/dev.txt`` that and the tools for tests,
``requirements/uv.txt`` the installer alone, which pip puts into a new environment.
No address of a package index is written. ``--upgrade`` takes the newest versions that pyproject.toml allows.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UV = ROOT / ".venv/bin/uv"
FLAGS = [
    "--universal",
    "--python-version=3.11",
    "--generate-hashes",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-header",
    "--quiet",
]


def main() -> None:
    """Write the files; tools and installer keep to the versions of the portal."""
    more = sys.argv[1:]
    same = "--constraints=requirements/base.txt"
    pin("base", "pyproject.toml", "--extra=build", *more)
    pin("dev", "pyproject.toml", "--extra=build", "--extra=dev", same, *more)
    pin("uv", "-", same, given="uv")


def pin(name: str, source: str, *options: str, given: str = "") -> None:
    """Write one file; raise CalledProcessError when no set of versions fits."""
    command = [UV, "pip", "compile", source, *FLAGS, *options, f"--output-file=requirements/{name}.txt"]
    subprocess.run(command, cwd=ROOT, check=True, text=True, input=given, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
