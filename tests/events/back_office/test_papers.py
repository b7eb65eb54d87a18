"""Lists, certificates and exports: what stands in them, and that no cell becomes a formula."""

import csv
import io
import json

import pytest
from openpyxl import load_workbook

from digitalradar.core.errors import NotFound
from digitalradar.events.documents import certificate, signing_list
from digitalradar.events.exports import as_csv, as_json, as_xlsx
from digitalradar.events.models import Occurrence, Question, Registration
from digitalradar.events.services.attendance import arrive
from digitalradar.events.services.cancelling import cancel
from digitalradar.events.services.links import personal_token
from tests.events.back_office.host import begin, bookable
from tests.factories.events import book, request
from tests.factories.region import RegionFactory
from tests.pdf_reader import Document

pytestmark = pytest.mark.django_db

SUPPORT = "Gefördert aus erfundenen Mitteln."


@pytest.fixture
def full():
    """A funded date with three who come, one who waits, one who has not confirmed and one who cancelled."""
    RegionFactory(funding_statement=SUPPORT)
    offer = bookable(capacity=3, is_funded=True, title="Werkzeuge ausprobieren", host="Beispielkammer")
    question = Question.objects.create(occurrence=offer.occurrence, text="=1+1?")
    book(offer, "Ada Zander", organisation="+Beispiel GmbH", answers={str(question.pk): "@jetzt"})
    book(offer, "Bela Beispiel", organisation="-Beispiel AG")
    book(offer, "Cem Abel")
    cancel(book(offer, "Dora Beispiel").registration)
    book(offer, "Emil Beispiel")
    request(offer, "Fee Beispiel")
    return offer.occurrence


def test_x22_all_formats_have_the_same_rows(full):
    lines = list(csv.reader(io.StringIO(as_csv(full).decode("utf-8-sig")), delimiter=";"))
    sheet = load_workbook(io.BytesIO(as_xlsx(full))).active
    told = json.loads(as_json(full))["participants"]
    assert (len(lines) - 1, sheet.max_row - 1, len(told)) == (5, 5, 5)
    names = [row["Name"] for row in told]
    assert names == ["Ada Zander", "Bela Beispiel", "Cem Abel", "Emil Beispiel", "Fee Beispiel"]
    assert [line[1] for line in lines[1:]] == [sheet.cell(row, 2).value for row in range(2, 7)] == names
    assert as_csv(full).startswith("\ufeff".encode())


def test_x22_no_cell_is_taken_for_a_formula(full):
    lines = list(csv.reader(io.StringIO(as_csv(full).decode("utf-8-sig")), delimiter=";"))
    cells = [cell for line in lines for cell in line]
    assert {"'+Beispiel GmbH", "'-Beispiel AG", "'@jetzt"} <= set(cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    sheet = load_workbook(io.BytesIO(as_xlsx(full))).active
    risky = [cell for row in sheet.iter_rows() for cell in row if str(cell.value).startswith(("=", "+", "-", "@"))]
    assert len(risky) == 4
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in risky)


def test_a_list_without_anybody_has_its_head():
    occurrence = bookable().occurrence
    assert as_csv(occurrence).decode("utf-8-sig").startswith("Code;Name;")
    assert load_workbook(io.BytesIO(as_xlsx(occurrence))).active.max_row == 1


def test_the_list_to_sign_names_those_with_a_place_and_the_support(full):
    paper = Document(signing_list(full).content)
    for words in ("Ada Zander", "Bela Beispiel", "Cem Abel", "Unterschrift", SUPPORT, "Beispielkammer", "3 Personen"):
        assert paper.says(words), words
    assert not any(paper.says(name) for name in ("Dora Beispiel", "Emil Beispiel", "Fee Beispiel"))
    assert paper.texts[0].index("Cem Abel") < paper.texts[0].index("Ada Zander")
    assert str(paper.pdf.Root.Lang) == "de"


def test_support_is_named_only_where_there_is_some(full):
    Occurrence.objects.filter(pk=full.pk).update(is_funded=False)
    assert not Document(signing_list(Occurrence.objects.get(pk=full.pk)).content).says(SUPPORT)


def test_a_certificate_says_who_what_and_how_long(full):
    registration = Registration.objects.get(name="Ada Zander")
    with pytest.raises(NotFound):
        certificate(registration)
    begin(full)
    arrive(registration)
    paper = Document(certificate(Registration.objects.get(pk=registration.pk)).content)
    for words in ("Teilnahmebescheinigung", "Ada Zander", "+Beispiel GmbH", "75 Minuten", "Beispielkammer", SUPPORT):
        assert paper.says(words), words


def test_the_certificate_stands_on_ones_own_page(client, full):
    registration = Registration.objects.get(name="Ada Zander")
    address = f"/termine/anmeldung/{personal_token(registration)}/"
    assert client.get(f"{address}bescheinigung.pdf").status_code == 404
    assert "Teilnahmebescheinigung" not in client.get(address).content.decode()
    begin(full)
    arrive(registration)
    assert f"{address}bescheinigung.pdf" in client.get(address).content.decode()
    answer = client.get(f"{address}bescheinigung.pdf")
    assert (answer["Content-Type"], answer.content[:4]) == ("application/pdf", b"%PDF")
    assert "no-store" in answer["Cache-Control"]
    assert client.get(f"/termine/anmeldung/{'A' * 24}/bescheinigung.pdf").status_code == 404
