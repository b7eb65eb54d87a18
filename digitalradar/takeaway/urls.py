"""Addresses of what people take with them; those of documents hang below the address of their page."""

from django.urls import path

from .models import PageDocument
from .views import documents, exports, keeping, selection

app_name = "takeaway"

WHOLE = {"kind": PageDocument.Kind.WHOLE.value}
CHECKLIST = {"kind": PageDocument.Kind.CHECKLIST.value}

urlpatterns = [
    path("merken/<slug:kind>/<slug:identifier>/", keeping.keep, name="keep"),
    path("auswahl/", selection.overview, name="overview"),
    path("auswahl/<str:token>/", selection.show, name="selection"),
    path("auswahl/<str:token>/uebernehmen/", selection.join, name="join"),
    path("auswahl/<str:token>/checklisten/", selection.print_checklists, name="checklists"),
    path("auswahl/<str:token>/loeschen/", selection.delete, name="delete"),
    path("auswahl/<str:token>/auswahl.md", exports.as_markdown, name="markdown"),
    path("auswahl/<str:token>/auswahl.csv", exports.as_csv, name="csv"),
    path("auswahl/<str:token>/auswahl.json", exports.as_json, name="json"),
    path("<path:where>/pdf/", documents.file, WHOLE, name="pdf"),
    path("<path:where>/pdf/warten/", documents.waiting, WHOLE, name="pdf_waiting"),
    path("<path:where>/checkliste/", documents.file, CHECKLIST, name="checklist"),
    path("<path:where>/checkliste/warten/", documents.waiting, CHECKLIST, name="checklist_waiting"),
]
