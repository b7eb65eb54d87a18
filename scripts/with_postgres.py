#!/usr/bin/env python3
"""Run a command with a PostgreSQL of its own: ``with_postgres.py COMMAND ...`` finds it in DATABASE_URL.

The server is started for this command, listens on 127.0.0.1 only and is deleted with all its data afterwards.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.local_postgres import running_postgres


def main() -> int:
    """Return the command's exit code."""
    if not sys.argv[1:]:
        sys.exit(__doc__)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the server is stopped on the way out
    with running_postgres() as address:
        return subprocess.run(sys.argv[1:], env=os.environ | {"DATABASE_URL": address}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
