"""What staff may upload, and how it is handed out."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from digitalradar.core.uploads import is_what_it_says
from tests.factories.staff import EVERYTHING, staff_client

Document, Picture = get_document_model(), get_image_model()
PDF = b"%PDF-1.7\n" + b"x" * 100


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 30)) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", size).save(stream, kind)
    return stream.getvalue()


def upload_document(name: str, content: bytes) -> bool:
    sent = {"title": "Vorlage", "file": SimpleUploadedFile(name, content), "tags": ""}
    staff_client(role=EVERYTHING).post(reverse("wagtaildocs:add"), sent)
    return Document.objects.exists()


def upload_picture(name: str, content: bytes) -> bool:
    sent = {"title": "Bild", "file": SimpleUploadedFile(name, content), "tags": "", "description": ""}
    staff_client(role=EVERYTHING).post(reverse("wagtailimages:add"), sent)
    return Picture.objects.exists()


@pytest.mark.parametrize(
    ("name", "beginning", "fits"),
    [
        ("a.pdf", PDF, True),
        ("a.PDF", PDF, True),
        ("a.pdf", b"MZ\x90\x00", False),
        ("a.docx", b"PK\x03\x04...", True),
        ("a.xlsx", b"<html>", False),
        ("a.txt", "Grüße".encode(), True),
        ("a.csv", b"a;b\r\n", True),
        ("a.txt", b"\x7fELF\x02\x00", False),
        ("ohne", b"Text", True),
    ],
)
def test_the_beginning_of_a_file_fits_its_name(name, beginning, fits):
    assert is_what_it_says(name, beginning) is fits


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content", "taken"),
    [
        ("vorlage.pdf", PDF, True),
        ("vorlage.pdf", b"<script>alert(1)</script>", False),
        ("vorlage.exe", b"MZ", False),
        ("vorlage.html", b"<p>Hallo</p>", False),
        ("vorlage.svg", b"<svg/>", False),
        ("vorlage.pdf", PDF + b"x" * 1024 * 1024, False),
    ],
)
def test_documents(media, settings, name, content, taken):
    settings.DOCUMENT_UPLOAD_BYTES = 1024 * 1024
    assert upload_document(name, content) is taken


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content", "taken"),
    [
        ("bild.png", picture(), True),
        ("bild.jpg", picture("JPEG"), True),
        ("bild.png", b"kein Bild", False),
        ("bild.svg", b'<svg xmlns="http://www.w3.org/2000/svg"/>', False),
        ("bild.bmp", picture("BMP"), False),
        ("bild.png", picture(size=(900, 900)) + b"x" * 300_000, False),
    ],
)
def test_pictures(media, monkeypatch, name, content, taken):
    monkeypatch.setattr("wagtail.images.fields.WagtailImageField.max_upload_size", 200_000, raising=False)
    monkeypatch.setattr("django.conf.settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE", 200_000)
    assert upload_picture(name, content) is taken


@pytest.mark.django_db
def test_documents_are_saved_not_opened_except_pdf(client, media):
    for name, content, how in (("a.txt", b"Hallo", "attachment"), ("a.pdf", PDF, "inline")):
        document = Document.objects.create(title=name, file=SimpleUploadedFile(name, content))
        answer = client.get(document.url)
        assert answer["Content-Disposition"].startswith(how)
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in answer["Content-Security-Policy"]
        assert b"".join(answer.streaming_content) == content  # reading it to the end closes the file, too
