"""The library: guides, technology profiles, practice reports, facts and terms."""

import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import modelsearch.index
import wagtail.fields
from django.conf import settings
from django.db import migrations, models

import digitalradar.core.translated_page
import digitalradar.knowledge.models.fields


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("topics", "0002_topicfield"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtailimages", "0027_image_description"),
        migrations.swappable_dependency(settings.WAGTAIL_PAGE_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Fact",
            fields=[
                ("id", models.CharField(max_length=20, primary_key=True, serialize=False, verbose_name="Kennung")),
                ("topic", models.CharField(max_length=80, verbose_name="Bereich")),
                ("text", models.TextField(max_length=1500, verbose_name="Aussage")),
                ("as_of", models.CharField(max_length=200, verbose_name="Stand")),
                ("is_certain", models.BooleanField(default=False, verbose_name="sicher")),
                (
                    "sources",
                    models.JSONField(blank=True, default=list, help_text="Liste von Adressen.", verbose_name="Quellen"),
                ),
                ("note", models.TextField(blank=True, max_length=1500, verbose_name="Hinweis")),
                (
                    "changed_on",
                    models.DateField(blank=True, editable=False, null=True, verbose_name="zuletzt geändert am"),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="Reihenfolge")),
            ],
            options={
                "verbose_name": "Fakt",
                "verbose_name_plural": "Fakten",
                "ordering": ["order", "id"],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="GlossaryTerm",
            fields=[
                ("id", models.SlugField(max_length=80, primary_key=True, serialize=False, verbose_name="Kennung")),
                ("term", models.CharField(max_length=80, verbose_name="Begriff")),
                ("term_en", models.CharField(blank=True, max_length=80, verbose_name="Begriff (englisch)")),
                (
                    "forms",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="Beugungen und Schreibweisen, wie sie in Texten stehen.",
                        verbose_name="andere Formen",
                    ),
                ),
                ("forms_en", models.JSONField(blank=True, default=list, verbose_name="andere Formen (englisch)")),
                ("text", models.TextField(max_length=600, verbose_name="Erklärung")),
                ("text_en", models.TextField(blank=True, max_length=600, verbose_name="Erklärung (englisch)")),
            ],
            options={
                "verbose_name": "Begriff",
                "verbose_name_plural": "Begriffe",
                "ordering": ["term", "id"],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="GuideIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("intro", models.TextField(blank=True, max_length=300, verbose_name="Einleitung")),
            ],
            options={
                "verbose_name": "Übersicht der Leitfäden",
            },
            bases=(digitalradar.core.translated_page.TranslatedPageMixin, "wagtailcore.page"),
        ),
        migrations.CreateModel(
            name="ReportIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("intro", models.TextField(blank=True, max_length=300, verbose_name="Einleitung")),
            ],
            options={
                "verbose_name": "Übersicht der Praxisberichte",
            },
            bases=(digitalradar.core.translated_page.TranslatedPageMixin, "wagtailcore.page"),
        ),
        migrations.CreateModel(
            name="TechnologyIndexPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                ("intro", models.TextField(blank=True, max_length=300, verbose_name="Einleitung")),
            ],
            options={
                "verbose_name": "Übersicht der Technologieprofile",
            },
            bases=(digitalradar.core.translated_page.TranslatedPageMixin, "wagtailcore.page"),
        ),
        migrations.CreateModel(
            name="Deadline",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("date", models.DateField(db_index=True, verbose_name="Datum")),
                ("text", models.CharField(max_length=200, verbose_name="Frist")),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deadlines_shown",
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "fact",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="deadlines",
                        to="knowledge.fact",
                    ),
                ),
            ],
            options={
                "verbose_name": "Frist",
                "verbose_name_plural": "Fristen",
                "ordering": ["date", "pk"],
            },
        ),
        migrations.CreateModel(
            name="GuidePage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "identifier",
                    models.SlugField(
                        blank=True,
                        help_text="Bleibt, auch wenn sich Titel und Adresse ändern. Leer: wie die Adresse.",
                        max_length=80,
                        verbose_name="Kennung",
                    ),
                ),
                (
                    "promise",
                    models.CharField(
                        help_text="Ein Satz: Was hat der Betrieb davon?",
                        max_length=220,
                        verbose_name="Nutzenversprechen",
                    ),
                ),
                (
                    "stage_from",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "1 Einsteigen"),
                            (2, "2 Grundlagen"),
                            (3, "3 Verbunden"),
                            (4, "4 Vernetzt"),
                            (5, "5 Vorausschauend"),
                        ],
                        default=1,
                        verbose_name="Reifegrad von",
                    ),
                ),
                (
                    "stage_to",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "1 Einsteigen"),
                            (2, "2 Grundlagen"),
                            (3, "3 Verbunden"),
                            (4, "4 Vernetzt"),
                            (5, "5 Vorausschauend"),
                        ],
                        default=5,
                        verbose_name="Reifegrad bis",
                    ),
                ),
                (
                    "sizes",
                    digitalradar.knowledge.models.fields.ChoicesField(
                        blank=True, default=list, verbose_name="Betriebsgrößen"
                    ),
                ),
                ("hours_min", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Stunden von")),
                ("hours_max", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Stunden bis")),
                ("weeks_min", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Wochen von")),
                ("weeks_max", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Wochen bis")),
                (
                    "cost_class",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("K0", "bis etwa 500 Euro"),
                            ("K1", "etwa 500 bis 2.500 Euro"),
                            ("K2", "etwa 2.500 bis 10.000 Euro"),
                            ("K3", "etwa 10.000 bis 50.000 Euro"),
                            ("K4", "über 50.000 Euro"),
                        ],
                        max_length=2,
                        verbose_name="externe Kosten",
                    ),
                ),
                (
                    "keywords",
                    models.TextField(
                        blank=True,
                        help_text="Je Zeile ein Wort, das Betriebe benutzen würden.",
                        max_length=1000,
                        verbose_name="Suchwörter",
                    ),
                ),
                (
                    "picture_alt",
                    models.CharField(blank=True, max_length=200, verbose_name="Was auf dem Bild zu sehen ist"),
                ),
                ("picture_rights", models.CharField(blank=True, max_length=160, verbose_name="Bildrechte")),
                ("author", models.CharField(blank=True, max_length=120, verbose_name="Verfasst von")),
                ("version", models.CharField(blank=True, max_length=20, verbose_name="Fassung")),
                (
                    "published_on",
                    models.DateField(default=django.utils.timezone.localdate, verbose_name="veröffentlicht am"),
                ),
                ("reviewed_by", models.CharField(blank=True, max_length=160, verbose_name="Fachlich geprüft von")),
                ("reviewed_on", models.DateField(blank=True, null=True, verbose_name="fachlich geprüft am")),
                ("next_review", models.DateField(blank=True, db_index=True, null=True, verbose_name="nächste Prüfung")),
                ("is_example", models.BooleanField(default=False, verbose_name="Beispieldaten")),
                ("for_whom", wagtail.fields.RichTextField(verbose_name="Für wen")),
                ("not_for_whom", wagtail.fields.RichTextField(verbose_name="Nicht für wen")),
                (
                    "essentials",
                    wagtail.fields.StreamField(
                        [("sentence", 0)],
                        block_lookup={0: ("wagtail.blocks.CharBlock", (), {"label": "Satz", "max_length": 300})},
                        verbose_name="Das Wichtigste in Kürze",
                    ),
                ),
                ("requirements", wagtail.fields.RichTextField(verbose_name="Voraussetzungen und Aufwand")),
                (
                    "example",
                    wagtail.fields.RichTextField(
                        help_text="Erkennbar ausgedacht, mit „Angenommen, …“; kein einzelner Betrieb.",
                        verbose_name="Ein Beispiel aus dem Betriebsalltag",
                    ),
                ),
                (
                    "steps",
                    wagtail.fields.StreamField(
                        [("step", 5)],
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"label": "Schritt", "max_length": 120}),
                            1: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Zum Beispiel: Leitung und Bereiche, 2 Stunden",
                                    "label": "Wer und wie lange",
                                    "max_length": 120,
                                },
                            ),
                            2: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {"features": ["bold", "ol", "ul", "link"], "label": "Erklärung"},
                            ),
                            3: ("wagtail.blocks.CharBlock", (), {"label": "Punkt", "max_length": 250}),
                            4: ("wagtail.blocks.ListBlock", (3,), {"label": "Checkliste", "max_num": 8, "min_num": 1}),
                            5: (
                                "wagtail.blocks.StructBlock",
                                [[("title", 0), ("who", 1), ("text", 2), ("checklist", 4)]],
                                {},
                            ),
                        },
                        verbose_name="Vorgehen in Schritten",
                    ),
                ),
                ("involvement", wagtail.fields.RichTextField(verbose_name="Beschäftigte beteiligen")),
                (
                    "balance",
                    wagtail.fields.StreamField(
                        [("row", 3)],
                        block_lookup={
                            0: ("wagtail.blocks.TextBlock", (), {"label": "Chance", "max_length": 300, "rows": 2}),
                            1: ("wagtail.blocks.TextBlock", (), {"label": "Risiko", "max_length": 300, "rows": 2}),
                            2: (
                                "wagtail.blocks.TextBlock",
                                (),
                                {"label": "Was dagegen hilft", "max_length": 300, "rows": 2},
                            ),
                            3: ("wagtail.blocks.StructBlock", [[("chance", 0), ("risk", 1), ("remedy", 2)]], {}),
                        },
                        verbose_name="Chancen und Risiken",
                    ),
                ),
                (
                    "law",
                    wagtail.fields.RichTextField(
                        help_text="Nur aus der Faktenbasis, mit Kennung: [F-SEC-06].", verbose_name="Recht und Fristen"
                    ),
                ),
                (
                    "deadlines",
                    wagtail.fields.StreamField(
                        [("deadline", 3)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.DateBlock", (), {"label": "Datum"}),
                            1: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Was gilt ab oder bis dahin?", "max_length": 200},
                            ),
                            2: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Kennung aus der Faktenbasis, zum Beispiel F-PRO-02",
                                    "label": "Fakt",
                                    "max_length": 20,
                                },
                            ),
                            3: ("wagtail.blocks.StructBlock", [[("date", 0), ("text", 1), ("fact", 2)]], {}),
                        },
                        verbose_name="Fristen mit Datum",
                    ),
                ),
                ("as_of", models.DateField(verbose_name="Rechtsstand")),
                ("costs", wagtail.fields.RichTextField(verbose_name="Kosten, Förderung und Alternativen")),
                ("measure_of_success", wagtail.fields.RichTextField(verbose_name="Messgröße")),
                ("stop_point", wagtail.fields.RichTextField(verbose_name="Haltepunkt")),
                (
                    "mistakes",
                    wagtail.fields.StreamField(
                        [("sentence", 0)],
                        block_lookup={0: ("wagtail.blocks.CharBlock", (), {"label": "Satz", "max_length": 300})},
                        verbose_name="Typische Fehler",
                    ),
                ),
                ("next_steps", wagtail.fields.RichTextField(verbose_name="Nächste Schritte")),
                (
                    "sources",
                    wagtail.fields.StreamField(
                        [("source", 3)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"label": "Titel", "max_length": 200}),
                            1: ("wagtail.blocks.URLBlock", (), {"label": "Adresse"}),
                            2: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Stand", "max_length": 60, "required": False},
                            ),
                            3: ("wagtail.blocks.StructBlock", [[("title", 0), ("url", 1), ("as_of", 2)]], {}),
                        },
                        verbose_name="Weitere Quellen",
                    ),
                ),
                (
                    "dimension",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="topics.dimension",
                        verbose_name="Thema des Checks",
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailimages.image",
                        verbose_name="Bild",
                    ),
                ),
                (
                    "sectors",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True, related_name="+", to="topics.sector", verbose_name="Branchen"
                    ),
                ),
                (
                    "terms",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True, related_name="+", to="knowledge.glossaryterm", verbose_name="Begriffe"
                    ),
                ),
                (
                    "topic_field",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="topics.topicfield",
                        verbose_name="Themenfeld",
                    ),
                ),
            ],
            options={
                "verbose_name": "Leitfaden",
                "verbose_name_plural": "Leitfäden",
            },
            bases=(digitalradar.core.translated_page.TranslatedPageMixin, "wagtailcore.page"),
        ),
        migrations.CreateModel(
            name="PracticeReportPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "identifier",
                    models.SlugField(
                        blank=True,
                        help_text="Bleibt, auch wenn sich Titel und Adresse ändern. Leer: wie die Adresse.",
                        max_length=80,
                        verbose_name="Kennung",
                    ),
                ),
                (
                    "promise",
                    models.CharField(
                        help_text="Ein Satz: Was hat der Betrieb davon?",
                        max_length=220,
                        verbose_name="Nutzenversprechen",
                    ),
                ),
                (
                    "stage_from",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "1 Einsteigen"),
                            (2, "2 Grundlagen"),
                            (3, "3 Verbunden"),
                            (4, "4 Vernetzt"),
                            (5, "5 Vorausschauend"),
                        ],
                        default=1,
                        verbose_name="Reifegrad von",
                    ),
                ),
                (
                    "stage_to",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "1 Einsteigen"),
                            (2, "2 Grundlagen"),
                            (3, "3 Verbunden"),
                            (4, "4 Vernetzt"),
                            (5, "5 Vorausschauend"),
                        ],
                        default=5,
                        verbose_name="Reifegrad bis",
                    ),
                ),
                (
                    "sizes",
                    digitalradar.knowledge.models.fields.ChoicesField(
                        blank=True, default=list, verbose_name="Betriebsgrößen"
                    ),
                ),
                ("hours_min", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Stunden von")),
                ("hours_max", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Stunden bis")),
                ("weeks_min", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Wochen von")),
                ("weeks_max", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Wochen bis")),
                (
                    "cost_class",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("K0", "bis etwa 500 Euro"),
                            ("K1", "etwa 500 bis 2.500 Euro"),
                            ("K2", "etwa 2.500 bis 10.000 Euro"),
                            ("K3", "etwa 10.000 bis 50.000 Euro"),
                            ("K4", "über 50.000 Euro"),
                        ],
                        max_length=2,
                        verbose_name="externe Kosten",
                    ),
                ),
                (
                    "keywords",
                    models.TextField(
                        blank=True,
                        help_text="Je Zeile ein Wort, das Betriebe benutzen würden.",
                        max_length=1000,
                        verbose_name="Suchwörter",
                    ),
                ),
                (
                    "picture_alt",
                    models.CharField(blank=True, max_length=200, verbose_name="Was auf dem Bild zu sehen ist"),
                ),
                ("picture_rights", models.CharField(blank=True, max_length=160, verbose_name="Bildrechte")),
                ("author", models.CharField(blank=True, max_length=120, verbose_name="Verfasst von")),
                ("version", models.CharField(blank=True, max_length=20, verbose_name="Fassung")),
                (
                    "published_on",
                    models.DateField(default=django.utils.timezone.localdate, verbose_name="veröffentlicht am"),
                ),
                ("reviewed_by", models.CharField(blank=True, max_length=160, verbose_name="Fachlich geprüft von")),
                ("reviewed_on", models.DateField(blank=True, null=True, verbose_name="fachlich geprüft am")),
                ("next_review", models.DateField(blank=True, db_index=True, null=True, verbose_name="nächste Prüfung")),
                ("is_example", models.BooleanField(default=False, verbose_name="Beispieldaten")),
                (
                    "company",
                    models.CharField(
                        help_text="Branche und Größe; der Name nur mit Freigabe.",
                        max_length=160,
                        verbose_name="Betrieb",
                    ),
                ),
                (
                    "ending",
                    models.CharField(
                        choices=[
                            ("gelungen", "Gelungen"),
                            ("teilweise", "Teilweise gelungen"),
                            ("gescheitert", "Was nicht funktioniert hat"),
                        ],
                        max_length=20,
                        verbose_name="Ausgang",
                    ),
                ),
                (
                    "consent",
                    models.CharField(
                        blank=True,
                        help_text="Wer hat wann der Veröffentlichung zugestimmt?",
                        max_length=160,
                        verbose_name="Freigabe",
                    ),
                ),
                ("situation", wagtail.fields.RichTextField(verbose_name="Ausgangslage")),
                ("approach", wagtail.fields.RichTextField(verbose_name="Was gemacht wurde")),
                ("result", wagtail.fields.RichTextField(verbose_name="Was es gebracht hat")),
                ("failures", wagtail.fields.RichTextField(verbose_name="Was nicht funktioniert hat")),
                ("lessons", wagtail.fields.RichTextField(verbose_name="Was andere daraus lernen können")),
                (
                    "dimension",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="topics.dimension",
                        verbose_name="Thema des Checks",
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailimages.image",
                        verbose_name="Bild",
                    ),
                ),
                (
                    "sectors",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True, related_name="+", to="topics.sector", verbose_name="Branchen"
                    ),
                ),
                (
                    "topic_field",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="topics.topicfield",
                        verbose_name="Themenfeld",
                    ),
                ),
            ],
            options={
                "verbose_name": "Praxisbericht",
                "verbose_name_plural": "Praxisberichte",
            },
            bases=(digitalradar.core.translated_page.TranslatedPageMixin, "wagtailcore.page"),
        ),
        migrations.CreateModel(
            name="Prerequisite",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                ("reason", models.CharField(max_length=300, verbose_name="Warum vorher")),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="prerequisites",
                        to="knowledge.guidepage",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="knowledge.guidepage",
                        verbose_name="Leitfaden",
                    ),
                ),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="RelatedGuide",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="related", to="knowledge.guidepage"
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="knowledge.guidepage",
                        verbose_name="Leitfaden",
                    ),
                ),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ReportGuide",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="related",
                        to="knowledge.practicereportpage",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="knowledge.guidepage",
                        verbose_name="Leitfaden",
                    ),
                ),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TechnologyPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
                (
                    "identifier",
                    models.SlugField(
                        blank=True,
                        help_text="Bleibt, auch wenn sich Titel und Adresse ändern. Leer: wie die Adresse.",
                        max_length=80,
                        verbose_name="Kennung",
                    ),
                ),
                (
                    "promise",
                    models.CharField(
                        help_text="Ein Satz: Was hat der Betrieb davon?",
                        max_length=220,
                        verbose_name="Nutzenversprechen",
                    ),
                ),
                (
                    "stage_from",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "1 Einsteigen"),
                            (2, "2 Grundlagen"),
                            (3, "3 Verbunden"),
                            (4, "4 Vernetzt"),
                            (5, "5 Vorausschauend"),
                        ],
                        default=1,
                        verbose_name="Reifegrad von",
                    ),
                ),
                (
                    "stage_to",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "1 Einsteigen"),
                            (2, "2 Grundlagen"),
                            (3, "3 Verbunden"),
                            (4, "4 Vernetzt"),
                            (5, "5 Vorausschauend"),
                        ],
                        default=5,
                        verbose_name="Reifegrad bis",
                    ),
                ),
                (
                    "sizes",
                    digitalradar.knowledge.models.fields.ChoicesField(
                        blank=True, default=list, verbose_name="Betriebsgrößen"
                    ),
                ),
                ("hours_min", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Stunden von")),
                ("hours_max", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Stunden bis")),
                ("weeks_min", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Wochen von")),
                ("weeks_max", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Wochen bis")),
                (
                    "cost_class",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("K0", "bis etwa 500 Euro"),
                            ("K1", "etwa 500 bis 2.500 Euro"),
                            ("K2", "etwa 2.500 bis 10.000 Euro"),
                            ("K3", "etwa 10.000 bis 50.000 Euro"),
                            ("K4", "über 50.000 Euro"),
                        ],
                        max_length=2,
                        verbose_name="externe Kosten",
                    ),
                ),
                (
                    "keywords",
                    models.TextField(
                        blank=True,
                        help_text="Je Zeile ein Wort, das Betriebe benutzen würden.",
                        max_length=1000,
                        verbose_name="Suchwörter",
                    ),
                ),
                (
                    "picture_alt",
                    models.CharField(blank=True, max_length=200, verbose_name="Was auf dem Bild zu sehen ist"),
                ),
                ("picture_rights", models.CharField(blank=True, max_length=160, verbose_name="Bildrechte")),
                ("author", models.CharField(blank=True, max_length=120, verbose_name="Verfasst von")),
                ("version", models.CharField(blank=True, max_length=20, verbose_name="Fassung")),
                (
                    "published_on",
                    models.DateField(default=django.utils.timezone.localdate, verbose_name="veröffentlicht am"),
                ),
                ("reviewed_by", models.CharField(blank=True, max_length=160, verbose_name="Fachlich geprüft von")),
                ("reviewed_on", models.DateField(blank=True, null=True, verbose_name="fachlich geprüft am")),
                ("next_review", models.DateField(blank=True, db_index=True, null=True, verbose_name="nächste Prüfung")),
                ("is_example", models.BooleanField(default=False, verbose_name="Beispieldaten")),
                ("what_it_does", wagtail.fields.RichTextField(verbose_name="Was die Technik kann")),
                (
                    "ripeness",
                    models.CharField(
                        choices=[
                            ("forschung", "in der Forschung"),
                            ("erprobung", "in der Erprobung"),
                            ("bewaehrt", "bewährt"),
                            ("verbreitet", "weit verbreitet"),
                        ],
                        max_length=20,
                        verbose_name="Reife der Technik",
                    ),
                ),
                ("ripeness_text", wagtail.fields.RichTextField(verbose_name="Wie weit sie ist")),
                ("who_benefits", wagtail.fields.RichTextField(verbose_name="Wem sie nützt")),
                ("effort", wagtail.fields.RichTextField(verbose_name="Aufwand")),
                ("risks", wagtail.fields.RichTextField(verbose_name="Risiken und Grenzen")),
                ("first_trial", wagtail.fields.RichTextField(verbose_name="Ein erster Versuch")),
                (
                    "sources",
                    wagtail.fields.StreamField(
                        [("source", 3)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.CharBlock", (), {"label": "Titel", "max_length": 200}),
                            1: ("wagtail.blocks.URLBlock", (), {"label": "Adresse"}),
                            2: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"label": "Stand", "max_length": 60, "required": False},
                            ),
                            3: ("wagtail.blocks.StructBlock", [[("title", 0), ("url", 1), ("as_of", 2)]], {}),
                        },
                        verbose_name="Quellen",
                    ),
                ),
                (
                    "dimension",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="topics.dimension",
                        verbose_name="Thema des Checks",
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="wagtailimages.image",
                        verbose_name="Bild",
                    ),
                ),
                (
                    "sectors",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True, related_name="+", to="topics.sector", verbose_name="Branchen"
                    ),
                ),
                (
                    "terms",
                    modelcluster.fields.ParentalManyToManyField(
                        blank=True, related_name="+", to="knowledge.glossaryterm", verbose_name="Begriffe"
                    ),
                ),
                (
                    "topic_field",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="topics.topicfield",
                        verbose_name="Themenfeld",
                    ),
                ),
            ],
            options={
                "verbose_name": "Technologieprofil",
                "verbose_name_plural": "Technologieprofile",
            },
            bases=(digitalradar.core.translated_page.TranslatedPageMixin, "wagtailcore.page"),
        ),
        migrations.CreateModel(
            name="TechnologyGuide",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="knowledge.guidepage",
                        verbose_name="Leitfaden",
                    ),
                ),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="related",
                        to="knowledge.technologypage",
                    ),
                ),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="FactUse",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "fact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="uses", to="knowledge.fact"
                    ),
                ),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="fact_uses",
                        to=settings.WAGTAIL_PAGE_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("page", "fact"), name="knowledge_factuse_once")],
            },
        ),
    ]
