import pytest

from digitalradar.knowledge import fitting


@pytest.fixture
def sources(monkeypatch):
    monkeypatch.setattr(fitting, "_sources", [])


def test_nothing_fits_where_nobody_knows_the_visitor(sources, rf):
    fitting.register(lambda request: {})
    assert fitting.fitting(rf.get("/")) == {}


def test_the_first_reason_of_a_guide_counts_and_the_order_stays(sources, rf):
    fitting.register(lambda request: {"b": "zuerst", "a": "danach"})
    fitting.register(lambda request: {"c": "neu", "a": "anders"})
    assert list(fitting.fitting(rf.get("/")).items()) == [("b", "zuerst"), ("a", "danach"), ("c", "neu")]
