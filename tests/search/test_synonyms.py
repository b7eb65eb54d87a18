"""Words that mean the same: as they come, as editors change them, as searches use them."""

from pathlib import Path

import pytest
import yaml
from django.core.exceptions import ValidationError

from digitalradar.search.models import SynonymGroup
from digitalradar.search.queries import search
from digitalradar.search.services import rebuild
from digitalradar.search.services.synonyms import FILE, load_synonyms

from .made import entries

pytestmark = pytest.mark.django_db


def write(folder: Path, **groups: list[str]) -> Path:
    file = folder / "synonyms.yaml"
    file.write_text(yaml.safe_dump({"groups": [{"name": name, "words": words} for name, words in groups.items()]}))
    return file


def first(text: str) -> str:
    hits = search(text, language="de").hits
    return hits[0].document.key if hits else ""


def test_a_group_holds_from_the_next_search_on():
    rebuild(entries())
    assert first("Stempeluhr") == ""
    group = SynonymGroup.objects.create(words="Stempeluhr\nStechuhr\nZeiterfassung")
    assert (first("Stempeluhr"), first("Stechuhren"), first("stempelur")) == ("zeiterfassung",) * 3
    group.is_active = False
    group.save()
    assert first("Stempeluhr") == ""
    group.delete()


def test_phrases_of_several_words():
    rebuild(entries())
    SynonymGroup.objects.create(words="Cloud Speicher\nDatensicherung\nauf Nummer sicher\nlohnt sich")
    assert first("cloud speicher kaufen") == first("Cloud-Speicher") == first("cloudspeicher") == "datensicherung"
    assert first("lohnt") == ""


def test_a_hyphenated_word_is_the_one_written_apart():
    rebuild(entries())
    SynonymGroup.objects.create(words="Cloud-Speicher\nDatensicherung")
    assert first("cloud speicher") == first("Cloudspeicher") == "datensicherung"


def test_words_of_a_language_stay_in_it():
    rebuild(entries())
    SynonymGroup.objects.create(words="Stempeluhr\nZeiterfassung", language="en")
    assert first("Stempeluhr") == ""


def test_shipped_groups_are_loaded_once(tmp_path):
    file = write(tmp_path, backup=["Backup", "Sicherung"], erp=["ERP", "WaWi"])
    assert (load_synonyms(file), load_synonyms(file)) == (2, 0)
    assert {group.name: group.word_list for group in SynonymGroup.objects.all()} == {
        "backup": ["Backup", "Sicherung"],
        "erp": ["ERP", "WaWi"],
    }


def test_an_update_renews_only_what_nobody_changed(tmp_path):
    load_synonyms(write(tmp_path, backup=["Backup", "Sicherung"], erp=["ERP", "WaWi"], off=["a", "b"]))
    SynonymGroup.objects.filter(name="erp").update(words="ERP\nWaWi\nNavision")
    SynonymGroup.objects.filter(name="off").update(is_active=False)
    assert load_synonyms(write(tmp_path, backup=["Backup", "Kopie"], erp=["ERP", "SAP"], off=["a", "c"])) == 2
    found = {group.name: (group.word_list, group.is_active) for group in SynonymGroup.objects.all()}
    assert found == {
        "backup": (["Backup", "Kopie"], True),
        "erp": (["ERP", "WaWi", "Navision"], True),
        "off": (["a", "c"], False),
    }


def test_the_shipped_file_is_sound():
    groups = yaml.safe_load(FILE.read_text(encoding="utf-8"))["groups"]
    names = [group["name"] for group in groups]
    assert len(names) == len(set(names)) > 100
    for group in groups:
        SynonymGroup(**{**group, "words": "\n".join(group["words"])}).full_clean()
    assert load_synonyms() == len(groups)


def test_without_a_file_nothing_is_loaded(tmp_path):
    assert load_synonyms(tmp_path / "gone.yaml") == 0


@pytest.mark.parametrize("words", ["", "eins", "eins\neins\n \n"])
def test_a_group_needs_two_words(words: str):
    with pytest.raises(ValidationError, match="mindestens zwei"):
        SynonymGroup(words=words).clean()


def test_lines_are_tidied_up():
    group = SynonymGroup(words="  eins \r\n\r\nzwei\neins")
    group.clean()
    assert group.words == "eins\nzwei"
