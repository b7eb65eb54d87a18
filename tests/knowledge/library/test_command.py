"""``digitalradar content``: what it prints and when it fails."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from digitalradar.knowledge.models import GuidePage

from .conftest import change

pytestmark = pytest.mark.django_db


def content(*arguments: str) -> str:
    out = StringIO()
    call_command("content", *arguments, stdout=out)
    return out.getvalue()


def refused(*arguments: str) -> tuple[str, str]:
    out = StringIO()
    with pytest.raises(CommandError) as error:
        call_command("content", *arguments, stdout=out)
    return out.getvalue(), str(error.value)


def test_check_fails_on_errors_and_with_strict_on_rules(root):
    library = f"--library={root}"
    assert content("check", library).endswith("2 Leitfäden, 0 Fehler, 3 verletzte Regeln, 1 Hinweise\n")
    assert refused("check", library, "--strict")[1] == "Zu beheben: 3"
    change(root, "dann", "related: [erst]", "related: [fehlt]")
    said, error = refused("check", library)
    assert "Fehler   guides/de/dann.md:15: Den Leitfaden „fehlt“ gibt es nicht.\n" in said
    assert error == "Zu beheben: 1"
    assert content("check", library, "erst").count("guides/de/dann.md") == 0


def test_check_fixes_the_form(root):
    change(root, "erst", "title: Richtig erst", "title: 'Richtig erst'")
    assert "neu geschrieben: guides/de/erst.md\n" in content("check", f"--library={root}", "--fix")
    assert "title: Richtig erst\n" in (root / "guides/de/erst.md").read_text()


def test_load_tells_what_came_of_it_and_fails_when_files_are_refused(shelves, root):
    library = f"--library={root}"
    assert content("load", library) == "5 neu, 0 geändert, 0 unverändert, 0 nicht überschrieben, 0 zurückgewiesen\n"
    change(root, "dann", "cost_class: K1", "cost_class: K9")
    said, error = refused("load", library)
    assert said == (
        "zurückgewiesen  guides/de/dann.md:11: „K9“ gibt es hier nicht; erlaubt: K0, K1, K2, K3, K4.\n"
        "0 neu, 0 geändert, 3 unverändert, 0 nicht überschrieben, 1 zurückgewiesen\n"
    )
    assert error == "Zurückgewiesene Dateien sind nicht geladen; was vorher da war, bleibt."


def test_export_and_diff_after_load_have_nothing_to_do(loaded, root):
    library = f"--library={root}"
    assert content("export", library) == "0 geschrieben, 4 waren schon gleich\n"
    assert content("diff", library) == "0 Dateien unterscheiden sich von der Website\n"


def test_export_to_another_folder_writes_everything(loaded, root, tmp_path):
    said = content("export", f"--library={root}", f"--to={tmp_path / 'out'}")
    assert said.endswith("4 geschrieben, 0 waren schon gleich\n")
    assert (tmp_path / "out/facts.md").read_bytes() == (root / "facts.md").read_bytes()


def test_links_lists_addresses_and_fails_on_links_that_lead_nowhere(loaded, root):
    assert content("links") == (
        "https://example.org/amt\tRichtig dann\n"
        "https://example.org/recht\tFakt F-SEC-01\n"
        "0 Links führen ins Leere, 2 Adressen liegen außerhalb\n"
    )
    GuidePage.objects.get(identifier="erst").unpublish()
    said, _error = refused("links")
    assert said.startswith("führt ins Leere  Richtig dann: „Erst“. Die Seite ist nicht veröffentlicht.\n")
