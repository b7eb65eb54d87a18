"""A published version of a catalogue keeps its content for ever."""

from pathlib import Path

import pytest
import yaml

from digitalradar.assessments.catalogue import digest, read_catalogue

SHIPPED = Path("digitalradar/assessments/catalogues")
VERSIONS = yaml.safe_load(Path("tests/data/catalogue-versions.yaml").read_text())


@pytest.mark.parametrize(
    "folder", sorted(path for path in SHIPPED.iterdir() if path.is_dir()), ids=lambda path: path.name
)
def test_shipped_catalogue_is_what_its_version_number_promises(folder):
    data = read_catalogue(folder).data
    version = f"{data['id']} {data['version']}"
    assert VERSIONS.get(version) == digest(data), (
        f"{version} changed: raise the version and note its digest in tests/data/catalogue-versions.yaml"
    )
