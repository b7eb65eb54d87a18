"""``digitalradar init`` does what is missing, and says when there is nothing to do."""

from io import StringIO

import pytest
from django.core.management import call_command

from digitalradar.core import installation, starter
from digitalradar.core.errors import DomainError
from digitalradar.core.models import Installation

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def calls(settings, tmp_path, monkeypatch):
    """The steps that ran, in their order; nothing else of the apps is started."""
    settings.DATA_DIR, settings.STATIC_ROOT, settings.MEDIA_ROOT = tmp_path, tmp_path / "static", tmp_path / "media"
    monkeypatch.setattr(starter, "_starters", {})
    ran: list[str] = []
    starter.register("late", lambda: ran.append("late"), order=90)
    starter.register("early", lambda: ran.append("early"), order=10)
    return ran


def init(**options) -> str:
    out = StringIO()
    call_command("init", stdout=out, **options)
    return out.getvalue()


def test_first_start_runs_all_steps_in_order_and_tells_where_to_go(calls, settings):
    said = init()
    assert calls == ["early", "late"]
    assert (settings.STATIC_ROOT / "core" / "digitalradar.css").exists()
    assert f"{settings.PUBLIC_URL}/verwaltung/" in said


def test_second_start_does_nothing(calls):
    init()
    init()
    assert calls == ["early", "late"]


def test_force_does_everything_again(calls):
    init()
    init(force=True)
    assert calls == ["early", "late"] * 2


@pytest.mark.parametrize("change", ["package", "database", "static files"])
def test_any_change_is_noticed(calls, settings, monkeypatch, change):
    init()
    digest = installation.package_digest()
    assert installation.is_up_to_date(digest)
    if change == "package":
        settings.EXAMPLE_REGION = not settings.EXAMPLE_REGION
        digest = installation.package_digest()
    elif change == "database":
        Installation.objects.all().delete()
    else:
        (settings.DATA_DIR / "static.digest").unlink()
    assert not installation.is_up_to_date(digest)


def test_step_that_fails_is_done_again_next_time(calls):
    def fail() -> None:
        raise RuntimeError("no catalogue")

    starter.register("middle", fail, order=50)
    with pytest.raises(RuntimeError, match="no catalogue"):
        init()
    starter.register("middle", lambda: None, order=50)
    init()
    assert calls == ["early", "early", "late"]


def test_refused_step_stops_no_other_and_is_tried_again(calls):
    def refuse() -> None:
        raise DomainError("catalogue.yaml:5: no title")

    starter.register("middle", refuse, order=50)
    err = StringIO()
    call_command("init", stdout=StringIO(), stderr=err)
    assert "catalogue.yaml:5: no title" in err.getvalue()
    assert "Refused: middle." in err.getvalue()
    init()
    assert calls == ["early", "late"] * 2
