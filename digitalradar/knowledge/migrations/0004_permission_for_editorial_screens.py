"""One permission for the plan, the statistics and the sheet of each page."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("knowledge", "0003_content_file"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="guidefeedback",
            options={
                "default_permissions": (),
                "ordering": ["-given_on", "-pk"],
                "verbose_name": "Rückmeldung",
                "verbose_name_plural": "Rückmeldungen",
            },
        ),
        migrations.AlterModelOptions(
            name="review",
            options={
                "default_permissions": (),
                "ordering": ["-reviewed_on", "-pk"],
                "permissions": [("see_editorial_work", "Redaktionsplan und Statistik der Leitfäden ansehen")],
                "verbose_name": "Fachprüfung",
                "verbose_name_plural": "Fachprüfungen",
            },
        ),
    ]
