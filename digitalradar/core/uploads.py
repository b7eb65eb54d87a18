"""What may be uploaded as a document: how large, which kinds, and that a file is what its name says."""

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from wagtail.documents.forms import BaseDocumentForm

# The first bytes of a file, by the ending of its name. Office documents are ZIP archives; text has no mark.
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
MARKS: dict[str, tuple[bytes, ...]] = {
    "pdf": (b"%PDF-",),
    **dict.fromkeys(("docx", "xlsx", "pptx", "odt", "ods", "odp", "zip"), ZIP),
}
# Bytes that stand in no text but at the beginning of programs and pictures.
BINARY = b"\x00"
LOOKED_AT = 4096


class DocumentForm(BaseDocumentForm):
    """Refuses files that are too large or that are not what their name says."""

    def clean_file(self) -> UploadedFile:
        file = self.cleaned_data["file"]
        if not isinstance(file, UploadedFile):  # the stored one stays as it is
            return file
        if file.size > settings.DOCUMENT_UPLOAD_BYTES:
            values = {"size": filesizeformat(file.size), "limit": filesizeformat(settings.DOCUMENT_UPLOAD_BYTES)}
            raise forms.ValidationError(_("Die Datei hat %(size)s, erlaubt sind %(limit)s.") % values)
        if not is_what_it_says(file.name, _beginning(file)):
            raise forms.ValidationError(_("Der Inhalt dieser Datei passt nicht zu ihrer Endung."))
        return file


def is_what_it_says(name: str, beginning: bytes) -> bool:
    """Whether the first bytes of a file fit the ending of its name; other endings are held to be text."""
    marks = MARKS.get(name.rpartition(".")[2].lower())
    return beginning.startswith(marks) if marks else BINARY not in beginning


def _beginning(file: UploadedFile) -> bytes:
    file.seek(0)
    beginning = file.read(LOOKED_AT)
    file.seek(0)
    return beginning
