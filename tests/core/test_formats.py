"""Dates as readers write them: German, and British English."""

from datetime import date, datetime

import pytest
from django.template import Context, Template
from django.utils.timezone import make_aware
from django.utils.translation import override


@pytest.mark.parametrize(("language", "written"), [("de", "1. Februar 2026"), ("en", "1 February 2026")])
def test_a_day_is_written_in_the_language_of_the_page(language, written):
    with override(language):
        assert Template('{{ day|date:"DATE_FORMAT" }}').render(Context({"day": date(2026, 2, 1)})) == written


@pytest.mark.parametrize(
    ("pattern", "written"),
    [("TIME_FORMAT", "15:04"), ("DATETIME_FORMAT", "1 February 2026, 15:04"), ("SHORT_DATE_FORMAT", "01/02/2026")],
)
def test_english_clocks_have_24_hours_and_the_day_comes_before_the_month(pattern, written):
    moment = make_aware(datetime(2026, 2, 1, 15, 4))
    with override("en"):
        assert Template("{{ moment|date:pattern }}").render(Context({"moment": moment, "pattern": pattern})) == written
