"""What editors need: who is responsible, reviews, remarks, preview links, feedback and reminders."""

import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import digitalradar.knowledge.models.review


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("knowledge", "0001_library"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="factuse",
            name="seen",
            field=models.CharField(blank=True, max_length=40),
        ),
        migrations.AddField(
            model_name="guidepage",
            name="change_note",
            field=models.CharField(
                blank=True,
                help_text="Ein Satz für die Leserinnen und Leser; steht bei den Fassungen.",
                max_length=200,
                verbose_name="Was ist neu?",
            ),
        ),
        migrations.AddField(
            model_name="guidepage",
            name="responsible",
            field=models.ForeignKey(
                blank=True,
                help_text="Wird an die nächste Prüfung erinnert. Leer: alle in der Gruppe „Redaktion“.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="Zuständig",
            ),
        ),
        migrations.AddField(
            model_name="guidepage",
            name="reviewed_version",
            field=models.CharField(blank=True, max_length=20, verbose_name="geprüfte Fassung"),
        ),
        migrations.AddField(
            model_name="practicereportpage",
            name="change_note",
            field=models.CharField(
                blank=True,
                help_text="Ein Satz für die Leserinnen und Leser; steht bei den Fassungen.",
                max_length=200,
                verbose_name="Was ist neu?",
            ),
        ),
        migrations.AddField(
            model_name="practicereportpage",
            name="responsible",
            field=models.ForeignKey(
                blank=True,
                help_text="Wird an die nächste Prüfung erinnert. Leer: alle in der Gruppe „Redaktion“.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="Zuständig",
            ),
        ),
        migrations.AddField(
            model_name="practicereportpage",
            name="reviewed_version",
            field=models.CharField(blank=True, max_length=20, verbose_name="geprüfte Fassung"),
        ),
        migrations.AddField(
            model_name="technologypage",
            name="change_note",
            field=models.CharField(
                blank=True,
                help_text="Ein Satz für die Leserinnen und Leser; steht bei den Fassungen.",
                max_length=200,
                verbose_name="Was ist neu?",
            ),
        ),
        migrations.AddField(
            model_name="technologypage",
            name="responsible",
            field=models.ForeignKey(
                blank=True,
                help_text="Wird an die nächste Prüfung erinnert. Leer: alle in der Gruppe „Redaktion“.",
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="Zuständig",
            ),
        ),
        migrations.AddField(
            model_name="technologypage",
            name="reviewed_version",
            field=models.CharField(blank=True, max_length=20, verbose_name="geprüfte Fassung"),
        ),
        migrations.CreateModel(
            name="GuideFeedback",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("is_helpful", models.BooleanField(verbose_name="hilfreich")),
                ("comment", models.TextField(blank=True, max_length=600, verbose_name="Kommentar")),
                (
                    "given_on",
                    models.DateField(db_index=True, default=django.utils.timezone.localdate, verbose_name="Gegeben am"),
                ),
                ("receipt", models.CharField(editable=False, max_length=64, unique=True)),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="feedback",
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "Rückmeldung",
                "verbose_name_plural": "Rückmeldungen",
                "ordering": ["-given_on", "-pk"],
                "default_permissions": ("view",),
            },
        ),
        migrations.CreateModel(
            name="PreviewLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("label", models.CharField(blank=True, max_length=80, verbose_name="Für wen")),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="erstellt am"),
                ),
                (
                    "expires_at",
                    models.DateTimeField(
                        default=digitalradar.knowledge.models.review.in_two_weeks, verbose_name="gültig bis"
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="preview_links",
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "Vorschaulink",
                "verbose_name_plural": "Vorschaulinks",
                "ordering": ["-created_at"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reviewer", models.CharField(max_length=160, verbose_name="Geprüft von")),
                ("reviewed_on", models.DateField(default=django.utils.timezone.localdate, verbose_name="geprüft am")),
                ("version", models.CharField(blank=True, max_length=20, verbose_name="Fassung")),
                ("text", models.TextField(verbose_name="geprüfter Text")),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reviews",
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "Fachprüfung",
                "verbose_name_plural": "Fachprüfungen",
                "ordering": ["-reviewed_on", "-pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="ReviewComment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("section", models.CharField(blank=True, max_length=60, verbose_name="Abschnitt")),
                (
                    "text",
                    models.TextField(
                        max_length=2000,
                        validators=[django.core.validators.MinLengthValidator(3)],
                        verbose_name="Anmerkung",
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=80, verbose_name="Name")),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="geschrieben am"
                    ),
                ),
                ("is_done", models.BooleanField(default=False, verbose_name="erledigt")),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="review_comments",
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailcore.revision",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "Anmerkung",
                "verbose_name_plural": "Anmerkungen",
                "ordering": ["is_done", "-created_at"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="ReviewTask",
            fields=[
                (
                    "task_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.task",
                    ),
                ),
                (
                    "groups",
                    models.ManyToManyField(
                        help_text="Pages/snippets at this step in a workflow will be moderated or approved by these groups of users",
                        to="auth.group",
                        verbose_name="groups",
                    ),
                ),
            ],
            options={
                "verbose_name": "Fachprüfung",
                "verbose_name_plural": "Fachprüfungen",
                "abstract": False,
            },
            bases=("wagtailcore.task",),
        ),
        migrations.CreateModel(
            name="ReviewReminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("occasion", models.CharField(choices=[("soon", "Soon"), ("due", "Due")], max_length=8)),
                ("due_on", models.DateField()),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.WAGTAIL_PAGE_MODEL
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=("page", "occasion", "due_on"), name="knowledge_reminder_once")
                ],
            },
        ),
    ]
