"""What has to hold for a catalogue beyond its shape, one file per idea.

Each ``check`` yields places and reasons; :mod:`digitalradar.assessments.catalogue.validate` turns them into problems.
"""

from collections.abc import Iterator

from ..paths import Path

Findings = Iterator[tuple[Path, str]]
