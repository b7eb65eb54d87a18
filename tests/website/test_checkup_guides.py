"""The check-up tells which guides are named but not published."""

import pytest

from digitalradar.core.checkup import Level
from digitalradar.website.checkup import check_guides
from digitalradar.website.models import HomeSentence, TroublePage
from tests.factories.knowledge import make_guide

pytestmark = pytest.mark.usefixtures("library")


def test_each_place_that_names_a_missing_guide_is_told():
    found = {finding.text.partition(":")[0]: finding for finding in check_guides()}
    assert sorted(found) == [
        "Check digital-check",
        "Check ki-check",
        "Check kurz-check",
        "Sentences of the start page",
        "Woran hakt es?",
    ]
    assert {finding.level for finding in found.values()} == {Level.WARNING}
    assert found["Sentences of the start page"].text.endswith(
        "6 guide(s) are not published, the first is datensicherung"
    )


def test_published_guides_are_not_told():
    TroublePage.objects.all().delete()
    HomeSentence.objects.exclude(guide="datensicherung").delete()
    make_guide("datensicherung")
    told = " ".join(finding.text for finding in check_guides())
    assert "start page" not in told
    assert "Woran" not in told
    assert "the first is datensicherung" not in told
