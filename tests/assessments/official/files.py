"""Writes files of official figures, right ones and ones with a single mistake."""

import csv
from pathlib import Path

from digitalradar.assessments.official import DEFAULT_FILE

Row = dict[str, str]


def shipped_rows() -> list[Row]:
    """Return the lines of the file of the package."""
    with DEFAULT_FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def figure_rows(
    geo: str = "DE", year: str = "2025", size: str = "10-49", version: str = "v3", **changes: str
) -> list[Row]:
    """Return the lines of one figure; ``changes`` are made in each of them."""
    found = [
        row
        for row in shipped_rows()
        if (row["geo"], row["year"], row["size_class_persons_employed"], row["dii_version"])
        == (geo, year, size, version)
    ]
    assert found
    return [{**row, **changes} for row in found]


def write(path: Path, rows: list[Row], *, columns: list[str] | None = None) -> Path:
    """Write lines as a file of figures; return its path."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns or list(shipped_rows()[0]), extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return path
