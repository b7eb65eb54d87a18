"""``make bench``: all measurements of the portal, one after the other.

python -m bench [NAME ...]
"""

import sys
from importlib import import_module

NAMES = ("page_weight", "save_answer", "resume", "completed_checks", "api_score", "pdf")


def main() -> None:
    for name in sys.argv[1:] or NAMES:
        print(f"\n== {name}", flush=True)
        import_module(f"bench.{name}").main([])


if __name__ == "__main__":
    main()
