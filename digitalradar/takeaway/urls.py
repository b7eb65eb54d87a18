"""Addresses of what people take with them; those of documents hang below the address of their page."""

from django.urls import path

from .models import PageDocument
from .views import documents

app_name = "takeaway"

WHOLE = {"kind": PageDocument.Kind.WHOLE.value}
CHECKLIST = {"kind": PageDocument.Kind.CHECKLIST.value}

urlpatterns = [
    path("<path:where>/pdf/", documents.file, WHOLE, name="pdf"),
    path("<path:where>/pdf/warten/", documents.waiting, WHOLE, name="pdf_waiting"),
    path("<path:where>/checkliste/", documents.file, CHECKLIST, name="checklist"),
    path("<path:where>/checkliste/warten/", documents.waiting, CHECKLIST, name="checklist_waiting"),
]
