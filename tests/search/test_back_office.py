"""Screens of the editors, the command and the check-up."""

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils.timezone import localdate

from digitalradar.search import checkup, sources
from digitalradar.search.models import SynonymGroup, UnansweredSearch
from digitalradar.search.services import rebuild
from tests.factories.staff import NOTHING, staff_client

from .made import entries, entry

pytestmark = pytest.mark.django_db
SYNONYMS = [f"search.{action}_synonymgroup" for action in ("add", "change", "delete", "view")]
UNANSWERED = ["search.view_unansweredsearch", "search.change_unansweredsearch"]


def address(model: type, name: str, *args: object) -> str:
    return reverse(model.snippet_viewset.get_url_name(name), args=args)


def test_an_editor_adds_a_group_of_synonyms():
    client = staff_client(*SYNONYMS)
    refused = client.post(address(SynonymGroup, "add"), {"words": "nur eins", "language": "de", "is_active": "on"})
    assert "mindestens zwei Wörter" in refused.content.decode()
    client.post(address(SynonymGroup, "add"), {"words": "Stechuhr\r\nStempeluhr", "language": "de", "is_active": "on"})
    assert [group.word_list for group in SynonymGroup.objects.all()] == [["Stechuhr", "Stempeluhr"]]


def test_shipped_groups_cannot_be_deleted():
    client = staff_client(*SYNONYMS)
    shipped = SynonymGroup.objects.create(name="backup", words="a\nb")
    own = SynonymGroup.objects.create(words="c\nd")
    for group in (shipped, own):
        client.post(address(SynonymGroup, "delete", group.pk))
    assert list(SynonymGroup.objects.values_list("pk", flat=True)) == [shipped.pk]


def test_unanswered_searches_are_listed_from_the_second_time_on_and_ticked_off():
    client = staff_client(*UNANSWERED)
    for query, count in (("quantencomputer", 3), ("einmalig", 1)):
        UnansweredSearch.objects.create(query=query, language="de", count=count, last_seen=localdate())
    listed = client.get(address(UnansweredSearch, "list")).content.decode()
    assert ("quantencomputer" in listed, "einmalig" in listed) == (True, False)
    row = UnansweredSearch.objects.get(query="quantencomputer")
    client.post(address(UnansweredSearch, "edit", row.pk), {"is_done": "on"})
    row.refresh_from_db()
    assert (row.is_done, row.count) == (True, 3)


@pytest.mark.parametrize("model", [SynonymGroup, UnansweredSearch])
@pytest.mark.parametrize("role", [NOTHING])
def test_nobody_else_gets_in(model: type, role: str):
    answer = staff_client(role=role).get(address(model, "list"))
    assert answer.status_code == 302
    assert staff_client(*UNANSWERED).get(address(UnansweredSearch, "add")).status_code == 302


def test_command_rebuilds_and_checks(monkeypatch, capsys):
    monkeypatch.setattr(sources, "_sources", {"guide": lambda: iter(entries())})
    with pytest.raises(CommandError, match="5 pages differ"):
        call_command("search", "check")
    call_command("search", "rebuild")
    call_command("search", "check")
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "missing: guide:datensicherung:de"
    assert told[-2:] == ["5 pages are in the index", "the index holds exactly what is published"]


def test_checkup_warns_of_an_index_that_differs(monkeypatch):
    monkeypatch.setattr(sources, "_sources", {"guide": lambda: iter(entries())})
    rebuild()
    assert [finding.level.value for finding in checkup.check_index()] == ["ok"]
    rebuild([entry("maschinen")])
    (finding,) = checkup.check_index()
    assert (finding.level.value, finding.text.startswith("4 pages differ from the index")) == ("warning", True)
