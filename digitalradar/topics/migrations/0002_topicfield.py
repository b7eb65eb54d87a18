"""The ten fields of the library."""

import modelsearch.index
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("topics", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="TopicField",
            fields=[
                ("id", models.SlugField(max_length=40, primary_key=True, serialize=False, verbose_name="Kennung")),
                ("title", models.CharField(max_length=80, verbose_name="Name")),
                ("title_en", models.CharField(max_length=80, verbose_name="Name (englisch)")),
                ("order", models.PositiveSmallIntegerField(verbose_name="Reihenfolge")),
            ],
            options={
                "verbose_name": "Themenfeld",
                "verbose_name_plural": "Themenfelder",
                "ordering": ["order"],
                "abstract": False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
    ]
