"""Addresses below /check/ (product.md, section 4)."""

from django.urls import path

from .views import (
    compare,
    contribution,
    data,
    indicators,
    instruments,
    official,
    pdf,
    profile,
    repeat,
    result,
    run,
    section,
    share,
    shared,
    targets,
)

app_name = "assessments"

urlpatterns = [
    path("", instruments.overview, name="overview"),
    path("weiter/", run.resume, name="resume"),
    path("statistik/", official.statistics, name="official_statistics"),
    path("lauf/<str:token>/", run.continue_run, name="run"),
    path("lauf/<str:token>/profil/", profile.edit, name="profile"),
    path("lauf/<str:token>/thema/<slug:dimension>/", section.show, name="section"),
    path("lauf/<str:token>/antwort/", section.save_one, name="save_one"),
    path("lauf/<str:token>/abschluss/", run.finish, name="finish"),
    path("lauf/<str:token>/antworten/", run.answers, name="answers"),
    path("lauf/<str:token>/loeschen/", run.delete, name="delete"),
    path("lauf/<str:token>/merkmale/", indicators.begin, name="indicators"),
    path("lauf/<str:token>/qr.svg", run.qr_code, name="qr_code"),
    path("lauf/<str:token>/daten.json", data.as_json, name="data_json"),
    path("lauf/<str:token>/daten.csv", data.as_csv, name="data_csv"),
    path("lauf/<str:token>/daten.xlsx", data.as_xlsx, name="data_xlsx"),
    path("lauf/<str:token>/ergebnis.csv", data.result_as_csv, name="data_result_csv"),
    path("lauf/<str:token>/ergebnis/", result.show, name="result"),
    path("lauf/<str:token>/ergebnis/rechnung/", result.calculation, name="calculation"),
    path("lauf/<str:token>/ergebnis/pdf/", pdf.show, name="pdf"),
    path("lauf/<str:token>/ergebnis/pdf/datei/", pdf.file, name="pdf_file"),
    path("lauf/<str:token>/ergebnis/ziele/", targets.edit, name="targets"),
    path("lauf/<str:token>/ergebnis/erledigt/", targets.mark_done, name="mark_done"),
    path("lauf/<str:token>/wiederholen/", repeat.repeat, name="repeat"),
    path("lauf/<str:token>/vergleich-beitrag/", contribution.change, name="contribution"),
    path("lauf/<str:token>/vergleich/", compare.progress, name="progress"),
    path("vergleichen/", compare.compare, name="compare"),
    path("lauf/<str:token>/ergebnis/teilen/", share.share, name="share"),
    path("ergebnis/<str:shared>/", shared.result, name="shared_result"),
    path("ergebnis/<str:shared>/rechnung/", shared.calculation, name="shared_calculation"),
    path("<slug:catalogue>/", instruments.start, name="start"),
    path("<slug:catalogue>/beispiel/", instruments.sample, name="sample"),
    path("<slug:catalogue>/beispiel/rechnung/", instruments.sample_calculation, name="sample_calculation"),
]
