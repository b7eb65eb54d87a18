"""A workbook can be made of whatever people type."""

import io

import pytest
from openpyxl import load_workbook

from digitalradar.assessments.open_run import OpenRun
from digitalradar.assessments.presentation.workbook import workbook
from tests.factories.assessments import make_run

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("unwritable", ["\x01", "\x1b", "\ufffe", "\uffff"])
def test_characters_that_xml_lacks_are_left_out(unwritable):
    run = make_run(place=f"Bad{unwritable} 🏭 Beispiel")
    made = load_workbook(io.BytesIO(workbook(OpenRun(run.row, run.token, "de"))))
    facts = dict(line[:2] for line in made["Angaben"].iter_rows(values_only=True))
    assert facts["Ort oder Kreis"] == "Bad 🏭 Beispiel"
