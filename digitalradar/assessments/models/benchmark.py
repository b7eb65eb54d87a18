"""The comparison inside the region: what firms contribute, when it was released, and the groups that may be seen.

Written only by :mod:`services.contributions` and :mod:`services.releases`; docs/algorithms/comparison.md has the rules.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ..scoring.constants import BENCHMARK_FLOOR
from .assessment import Assessment


class Contribution(models.Model):
    """What one finished run gives to the comparison; one row per run, gone with it.

    ``values`` holds the shown integers 0..100 without own weighting, by dimension and ``overall``; only scored ones.
    ``since``, ``kept_since`` and ``before`` remember what was released before (:mod:`benchmark.memory`).
    """

    run = models.OneToOneField(
        Assessment, null=True, on_delete=models.CASCADE, related_name="contribution", editable=False
    )
    family = models.SlugField(_("Familie"), max_length=40, editable=False)
    sector = models.SlugField(_("Branche"), max_length=40, blank=True, editable=False)
    size = models.CharField(_("Größe"), max_length=8, blank=True, editable=False)
    region = models.CharField(_("Ort oder Kreis"), max_length=240, blank=True, editable=False)
    values = models.JSONField(editable=False)
    is_example = models.BooleanField(_("Beispieldaten"), default=False, editable=False)
    since = models.PositiveIntegerField(null=True, editable=False)
    kept_since = models.JSONField(default=dict, editable=False)
    before = models.JSONField(default=dict, editable=False)

    class Meta:
        verbose_name = _("Beitrag zum Vergleich")
        verbose_name_plural = _("Beiträge zum Vergleich")
        indexes = [models.Index(fields=["is_example", "since"], name="contribution_since")]
        constraints = [
            models.CheckConstraint(
                condition=Q(is_example=True, run__isnull=True) | Q(is_example=False, run__isnull=False),
                name="contribution_example_or_of_a_run",
            )
        ]

    def __str__(self) -> str:
        return f"{self.family} #{self.pk}"


class BenchmarkRelease(models.Model):
    """One release of the comparison. ``counts`` says per family how many groups were published, kept and hidden."""

    number = models.PositiveIntegerField(_("Nummer"), unique=True)
    is_example = models.BooleanField(_("Beispieldaten"), default=False)
    started_at = models.DateTimeField(_("begonnen am"))
    finished_at = models.DateTimeField(_("freigegeben am"), null=True)
    counts = models.JSONField(default=dict, editable=False)

    class Meta:
        verbose_name = _("Freigabe des Vergleichs")
        verbose_name_plural = _("Freigaben des Vergleichs")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_example"], condition=Q(finished_at__isnull=True), name="benchmark_release_one_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"#{self.number}"


class BenchmarkCell(models.Model):
    """One comparison group in one dimension; ``*`` stands for all.

    ``counts`` are 101 numbers, one per whole score, and never leave the server. A hidden group keeps only the numbers
    of the releases it was published in (``releases``): what was once seen has to be remembered.
    """

    PLACE = ("family", "dimension", "sector", "size", "region")

    family = models.SlugField(_("Familie"), max_length=40)
    dimension = models.SlugField(_("Thema"), max_length=60)
    sector = models.CharField(_("Branche"), max_length=40)
    size = models.CharField(_("Größe"), max_length=8)
    region = models.CharField(_("Ort oder Kreis"), max_length=240)
    is_example = models.BooleanField(_("Beispieldaten"), default=False)
    n = models.PositiveIntegerField(_("Betriebe"), null=True)
    counts = models.JSONField(null=True, editable=False)
    release = models.ForeignKey(BenchmarkRelease, on_delete=models.PROTECT, related_name="cells")
    releases = models.JSONField(default=list, editable=False)

    class Meta:
        verbose_name = _("Vergleichsgruppe")
        verbose_name_plural = _("Vergleichsgruppen")
        constraints = [
            models.UniqueConstraint(
                fields=["is_example", "family", "sector", "size", "region", "dimension"], name="benchmark_cell_once"
            ),
            models.CheckConstraint(
                # A check that comes to NULL passes, so "not empty" has to be said.
                condition=Q(n__isnull=True, counts__isnull=True)
                | Q(n__isnull=False, n__gte=BENCHMARK_FLOOR, counts__isnull=False),
                name="benchmark_cell_shows_ten_or_nothing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.family} {self.dimension} {self.sector}/{self.size}/{self.region}"

    @property
    def place(self) -> tuple[str, ...]:
        """Family, dimension, sector, size and region."""
        return tuple(getattr(self, name) for name in self.PLACE)

    @property
    def is_shown(self) -> bool:
        return self.n is not None
