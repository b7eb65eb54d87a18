"""Join the style sheets into the file all pages load, and the one more that pages about dates load.

    python scripts/build_css.py            write digitalradar.css and events.css
    python scripts/build_css.py --check    fail when it is not up to date

The minifier is small on purpose: it drops comments and needless white space, nothing else.
"""

import argparse
import re
import sys
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "digitalradar"
STATIC = PACKAGE / "core/static/core"
TARGET = STATIC / "digitalradar.css"
# One sheet for all formats: a page of a tasting or with a programme needs no request more than any other date.
EVENTS_TARGET = PACKAGE / "events/static/events/events.css"
EVENTS_SHEETS = (
    "events/static/events/css/dates.css",
    "focusgroups/static/focusgroups/groups.css",
    "tastings/static/tastings/tastings.css",
    "programmes/static/programmes/programme.css",
)
SHEETS = """
fonts tokens base layout header footer buttons forms stage-choice segmented progress cards feedback navigation
tables charts radar home check steps result print forced-colors
""".split()  # noqa: SIM905 -- read as one line: the order of the cascade


def minify(css: str) -> str:
    """Drop comments, white space around punctuation and the last semicolon of a rule; strings stay as they are."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    strings = re.findall(r'"[^"]*"', css)
    css = re.sub(r'"[^"]*"', '""', css)
    css = re.sub(r"\s+", " ", css)
    # A blank before ":" may be a descendant selector, around "+" a sum: both stay.
    css = re.sub(r" ?([{};,>]) ?", r"\1", css)
    css = re.sub(r": (?=[^{}]*[;}])", ":", css)
    css = css.replace(";}", "}").strip() + "\n"
    originals = iter(strings)
    return re.sub('""', lambda _empty: next(originals), css)


def build() -> str:
    """The whole style sheet. Raises FileNotFoundError when a part is missing, ValueError when one is not listed."""
    parts = {sheet.stem for sheet in (STATIC / "css").glob("*.css")}
    if unlisted := parts - set(SHEETS):
        raise ValueError(f"not listed in SHEETS: {', '.join(sorted(unlisted))}")
    joined = "\n".join((STATIC / "css" / f"{name}.css").read_text() for name in SHEETS)
    # The joined file lies one folder higher than its parts.
    return minify(joined).replace('url("../', 'url("')


def build_events() -> str:
    """The style sheet of pages about dates, of all formats. Raises FileNotFoundError when a part is missing."""
    return minify("\n".join((PACKAGE / sheet).read_text() for sheet in EVENTS_SHEETS))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, fail when the file is out of date")
    built = {TARGET: build(), EVENTS_TARGET: build_events()}
    if parser.parse_args().check:
        if late := [file.name for file, css in built.items() if not file.exists() or file.read_text() != css]:
            sys.exit(f"{', '.join(late)} out of date: run python scripts/build_css.py")
        return
    for file, css in built.items():
        file.write_text(css)
        print(f"{file.name}: {len(css)} bytes")


if __name__ == "__main__":
    main()
