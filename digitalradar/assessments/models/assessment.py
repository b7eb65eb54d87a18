"""One run through a catalogue, by someone who need not have an account."""

from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from .catalogue_version import CatalogueVersion


class AssessmentQuerySet(models.QuerySet):
    def alive(self):
        """Runs whose clock has not run out."""
        return self.filter(expires_at__gt=now())

    def expired(self):
        return self.filter(expires_at__lte=now())

    def empty(self):
        """Runs in which nothing was answered yet; see :attr:`Assessment.is_empty`."""
        return self.filter(answers={}, edition=0)

    def real(self):
        """Runs of visitors; those that staff started to try something out are left out."""
        return self.filter(is_test=False)


class Assessment(models.Model):
    """One run. Started with :func:`services.runs.start_run`, answered with :func:`services.answering.save_answers`.

    ``answers`` is one document per run, in the shape the scoring engine takes:
    ``{question id: {"value": …, "relevance": …, "planned": true}}``.
    ``edition`` counts the savings of answers, relevances and targets; only :mod:`services.answering` writes these.
    ``begun_as`` says what ``origin`` was when the run began, because an origin may be deleted before.
    A linked run belongs to its origin and is deleted with it; all others outlive theirs.
    ``is_test`` marks runs that staff started while signed in: they count nowhere, not in figures nor comparisons.
    """

    class Size(models.TextChoices):
        MICRO = "1-9", _("1 bis 9 Personen")
        SMALL = "10-49", _("10 bis 49 Personen")
        MEDIUM = "50-249", _("50 bis 249 Personen")
        LARGE = "250+", _("250 und mehr Personen")

    class Role(models.TextChoices):
        LEAD = "leitung", _("Ich leite den Betrieb oder einen Bereich")
        EMPLOYEE = "beschaeftigt", _("Ich arbeite im Betrieb, leite ihn aber nicht")
        ADVISER = "beratung", _("Ich berate den Betrieb")

    class Beginning(models.TextChoices):
        DIRECT = "", _("ohne Vorgänger")
        SHORT = "short", _("aus dem Kurz-Check")
        REPEAT = "repeat", _("als Wiederholung")
        LINKED = "linked", _("aus einem Ergebnis heraus")

    catalogue_version = models.ForeignKey(CatalogueVersion, on_delete=models.PROTECT, related_name="assessments")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    origin = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="followed_by", editable=False
    )
    begun_as = models.CharField(_("Anlass"), max_length=8, choices=Beginning.choices, blank=True, editable=False)
    sector = models.SlugField(_("Branche"), max_length=40, blank=True)
    size = models.CharField(_("Größe"), max_length=8, choices=Size.choices, blank=True)
    is_solo = models.BooleanField(_("arbeitet allein"), null=True, blank=True)
    place = models.CharField(_("Ort oder Kreis"), max_length=80, blank=True)
    role = models.CharField(_("Rolle"), max_length=16, choices=Role.choices, blank=True)
    is_test = models.BooleanField(_("Testlauf"), default=False, editable=False)
    is_compared = models.BooleanField(_("im Vergleich der Region"), default=False, editable=False)
    # Taken back after a release had used it: given again, it is nothing new to whoever saw that release.
    was_released = models.BooleanField(default=False, editable=False)
    first_dimension = models.SlugField(max_length=60, blank=True, editable=False)
    answers = models.JSONField(default=dict, editable=False)
    dimension_relevance = models.JSONField(default=dict, editable=False)
    targets = models.JSONField(default=dict, editable=False)
    edition = models.PositiveIntegerField(default=0, editable=False)
    done_measures = models.JSONField(default=list, editable=False)
    created_at = models.DateTimeField(_("begonnen am"), default=now, editable=False)
    answered_at = models.DateTimeField(_("zuletzt beantwortet am"), null=True, editable=False)
    finished_at = models.DateTimeField(_("Ergebnis zuerst angezeigt am"), null=True, editable=False)
    expires_at = models.DateTimeField(_("wird gelöscht am"), db_index=True, editable=False)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("Durchlauf")
        verbose_name_plural = _("Durchläufe")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_solo=None) | models.Q(is_solo=False) | models.Q(size="1-9"),
                name="assessment_solo_only_in_smallest_size",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.catalogue_version} #{self.pk}"

    @property
    def is_expired(self) -> bool:
        return self.expires_at <= now()

    @property
    def is_finished(self) -> bool:
        return self.finished_at is not None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was answered yet, and nothing else but the profile told."""
        return not self.answers and not self.edition

    @property
    def profile(self) -> dict[str, str]:
        """The profile as the scoring engine takes it; what was not told is left out."""
        solo = {None: "", True: "yes", False: "no"}[self.is_solo]
        told = {"sector": self.sector, "size": self.size, "solo": solo, "region": self.place, "role": self.role}
        return {key: value for key, value in told.items() if value}
