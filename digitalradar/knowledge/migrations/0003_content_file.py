import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("knowledge", "0002_editorial_work"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.CreateModel(
            name="ContentFile",
            fields=[
                (
                    "path",
                    models.CharField(max_length=200, primary_key=True, serialize=False, verbose_name="Datei"),
                ),
                ("digest", models.CharField(blank=True, max_length=64)),
                ("state", models.CharField(blank=True, max_length=64)),
                ("loaded_at", models.DateTimeField(blank=True, null=True, verbose_name="geladen am")),
                (
                    "page",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.page",
                        verbose_name="Seite",
                    ),
                ),
            ],
            options={
                "verbose_name": "Datei der Bibliothek",
                "verbose_name_plural": "Dateien der Bibliothek",
                "ordering": ["path"],
            },
        ),
    ]
