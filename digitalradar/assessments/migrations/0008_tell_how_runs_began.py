"""Write down how older runs began, while their origin is still there to be asked."""

from django.db import migrations

LINKED = ("main", "dii")
CONTINUED = ("short", "main")


def tell_how_runs_began(apps, schema_editor):
    runs = apps.get_model("assessments", "Assessment").objects.exclude(origin=None)
    for run in runs.select_related("catalogue_version", "origin__catalogue_version").only(
        "catalogue_version__family", "origin__catalogue_version__family"
    ):
        families = (run.origin.catalogue_version.family, run.catalogue_version.family)
        begun_as = {LINKED: "linked", CONTINUED: "short"}.get(families, "repeat" if len(set(families)) == 1 else "")
        runs.filter(pk=run.pk).update(begun_as=begun_as)


class Migration(migrations.Migration):
    dependencies = [("assessments", "0007_keep_counted_numbers")]

    # Going back drops the column anyway.
    operations = [migrations.RunPython(tell_how_runs_began, migrations.RunPython.noop)]
