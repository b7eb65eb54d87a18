#!/usr/bin/env python3
"""Make ``.venv`` complete: hashed requirements and the package itself. Does nothing when nothing has changed.

Runs with the system's Python and needs nothing but its standard library. ``--dev`` adds the tools for tests.
A virtual environment that holds the tools keeps them: without ``--dev`` nothing is taken away.
"""

import argparse
import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / "bin"
STAMP = VENV / "installed"
FLOOR = (3, 11)
PIP_FLAGS = ["--disable-pip-version-check", "--require-hashes", "--requirement", "requirements/uv.txt"]


def main() -> int:
    """Return the exit code; every refusal is one sentence."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dev", action="store_true", help="also install what the tests need")
    kind = "dev" if parser.parse_args().dev or installed()[0] == "dev" else "base"
    state = [kind, digest()]
    if installed() == state:
        return 0
    try:
        make_venv()
        install(kind)
    except subprocess.CalledProcessError as error:
        print(f"Installing failed: {' '.join(map(str, error.cmd))}", file=sys.stderr)
        return 1
    STAMP.write_text(" ".join(state))
    return 0


def installed() -> list[str]:
    """Return kind and digest of what was installed last."""
    return STAMP.read_text().split() if STAMP.exists() else ["", ""]


def digest() -> str:
    """Return a digest of everything that decides what is installed, the Python included."""
    total = hashlib.sha256(f"{sys.version_info[:2]} {VENV}".encode())
    for file in (*sorted((ROOT / "requirements").glob("*.txt")), ROOT / "pyproject.toml"):
        total.update(file.read_bytes())
    return total.hexdigest()


def make_venv() -> None:
    """Make the virtual environment and put uv into it: it installs ten times faster than pip."""
    if not (BIN / "python").exists():
        if sys.version_info < FLOOR:
            sys.exit(
                f"Digitalradar needs Python {'.'.join(map(str, FLOOR))} or newer; this is {sys.version.split()[0]}."
            )
        try:
            import ensurepip  # noqa: F401 -- Debian ships it in a package of its own
        except ImportError:
            package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
            sys.exit(f"Python cannot make virtual environments here. Install the package: apt-get install {package}")
        print("Making .venv ...", flush=True)
        run(sys.executable, "-m", "venv", VENV)
    if not (BIN / "uv").exists():
        if not (BIN / "pip").exists():
            run(BIN / "python", "-m", "ensurepip")
        run(BIN / "python", "-m", "pip", "install", "--quiet", *PIP_FLAGS)


def install(kind: str) -> None:
    """Bring the environment to exactly what the requirements name, then add the package in place.

    Compiled at once: a server under its own user may not write beside the packages and would compile at each start.
    """
    print("Installing the requirements ...", flush=True)
    options = ["--quiet", "--compile-bytecode", "--python", BIN / "python"]
    run(BIN / "uv", "pip", "sync", *options, "--require-hashes", f"requirements/{kind}.txt")
    run(BIN / "uv", "pip", "install", *options, "--no-deps", "--no-build-isolation", "--editable", ".")


def run(*command: object) -> None:
    """Run in the project's folder; raise CalledProcessError on failure."""
    subprocess.run([str(part) for part in command], cwd=ROOT, check=True, env=environment())


def environment() -> dict[str, str]:
    """Return the environment with pip's package index handed on to uv, which reads no pip configuration."""
    given = dict(os.environ, VIRTUAL_ENV=str(VENV), UV_LINK_MODE=os.environ.get("UV_LINK_MODE", "copy"))
    if "UV_DEFAULT_INDEX" not in given and "UV_INDEX_URL" not in given and (index := pip_index()):
        given["UV_DEFAULT_INDEX"] = index
    return given


def pip_index() -> str:
    """Return the index pip is set up with, if any."""
    pip = BIN / "pip"
    if os.environ.get("PIP_INDEX_URL") or not pip.exists():
        return os.environ.get("PIP_INDEX_URL", "")
    answer = subprocess.run([pip, "config", "get", "global.index-url"], capture_output=True, text=True, check=False)
    return answer.stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
