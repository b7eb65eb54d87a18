"""Every variable is documented, and nothing that does not exist is."""

import re
from pathlib import Path

from digitalradar.settings import environment

ROOT = Path(__file__).resolve().parents[2]
ONLY_FROM_THE_REAL_ENVIRONMENT = {"DJANGO_SETTINGS_MODULE", "DIGITALRADAR_ENV_FILE"}


def test_reference_lists_exactly_the_variables_that_are_read():
    rows = re.findall(r"^\| ((?:`[A-Z_]+`(?:, )?)+) \|", (ROOT / "docs/reference/settings.md").read_text(), re.M)
    assert {name for row in rows for name in re.findall(r"[A-Z_]+", row)} == environment.KNOWN


def test_example_file_lists_exactly_the_variables_a_file_may_set():
    names = re.findall(r"^#?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.M)
    assert set(names) == environment.KNOWN - ONLY_FROM_THE_REAL_ENVIRONMENT
