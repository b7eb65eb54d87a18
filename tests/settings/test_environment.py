"""Variables of the environment, and how wrong ones are refused."""

import os

import pytest
from django.core.exceptions import ImproperlyConfigured

from digitalradar.settings import environment


@pytest.fixture(autouse=True)
def known_names(monkeypatch):
    """Keep the names asked for here out of the list that the documentation is held against."""
    monkeypatch.setattr(environment, "KNOWN", set())


@pytest.mark.parametrize(("given", "expected"), [("", True), ("0", False), ("no", False), ("1", True), ("TRUE", True)])
def test_flag_reads_yes_and_no(monkeypatch, given, expected):
    monkeypatch.setenv("SOME_FLAG", given)
    assert environment.flag("SOME_FLAG", default=True) is expected


@pytest.mark.parametrize("given", ["maybe", "2", "ja"])
def test_flag_refuses_anything_else(monkeypatch, given):
    monkeypatch.setenv("SOME_FLAG", given)
    with pytest.raises(ImproperlyConfigured, match="SOME_FLAG must be 1 or 0"):
        environment.flag("SOME_FLAG", default=True)


@pytest.mark.parametrize("given", ["-1", "1.5", "eight", "0", "65536", "1e3", "٣"])
def test_number_refuses_what_is_none_or_out_of_range(monkeypatch, given):
    monkeypatch.setenv("SOME_NUMBER", given)
    with pytest.raises(ImproperlyConfigured, match="SOME_NUMBER must be a whole number from 1 to 65535"):
        environment.number("SOME_NUMBER", 8000, low=1, high=65535)


def test_choice_takes_any_case_and_returns_ours(monkeypatch):
    monkeypatch.setenv("SOME_CHOICE", "full")
    assert environment.choice("SOME_CHOICE", "NORMAL", ["NORMAL", "FULL"]) == "FULL"


def test_choice_names_the_options(monkeypatch):
    monkeypatch.setenv("SOME_CHOICE", "loud")
    with pytest.raises(ImproperlyConfigured, match="SOME_CHOICE must be one of: NORMAL, FULL"):
        environment.choice("SOME_CHOICE", "NORMAL", ["NORMAL", "FULL"])


def test_time_zone_refuses_unknown_places(monkeypatch):
    monkeypatch.setenv("SOME_ZONE", "Europe/Ahrensland")
    with pytest.raises(ImproperlyConfigured, match="SOME_ZONE is no known time zone"):
        environment.time_zone("SOME_ZONE", "Europe/Berlin")


@pytest.mark.parametrize("given", ["mysql://u:hunter2@h/d", "hunter2", "postgresql://u:hunter2@h:port/d"])
def test_refused_address_is_not_repeated_since_it_may_hold_a_password(monkeypatch, given):
    def parse(value: str) -> dict:
        raise ValueError(value)

    monkeypatch.setenv("SOME_URL", given)
    with pytest.raises(ImproperlyConfigured, match="SOME_URL") as refusal:
        environment.url("SOME_URL", "", schemes=["postgresql"], parse=parse)
    assert "hunter2" not in str(refusal.value)


def test_file_gives_what_the_environment_lacks(monkeypatch, tmp_path):
    (tmp_path / "settings").write_text("FROM_FILE=file\nFROM_BOTH=file\n")
    monkeypatch.setenv("DIGITALRADAR_ENV_FILE", str(tmp_path / "settings"))
    monkeypatch.setenv("FROM_BOTH", "environment")
    monkeypatch.setenv("FROM_FILE", "to be restored")
    monkeypatch.delenv("FROM_FILE")
    environment._read_file()
    try:
        assert (environment.text("FROM_FILE"), environment.text("FROM_BOTH")) == ("file", "environment")
    finally:
        os.environ.pop("FROM_FILE", None)
