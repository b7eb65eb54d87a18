"""What the foundation itself remembers."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Installation(models.Model):
    """One row: which state of the package ``digitalradar init`` brought this database to last."""

    digest = models.CharField(max_length=64)
    version = models.CharField(max_length=40)
    finished_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="installation_only_one_row")]

    def __str__(self) -> str:
        return f"{self.version} ({self.digest[:12]})"


class JobRun(models.Model):
    """When a job of :mod:`core.due_work` was last done; one row per job, written only by :mod:`core.job_runs`."""

    name = models.CharField(max_length=80, unique=True)
    finished_at = models.DateTimeField(_("zuletzt erledigt"), null=True)
    count = models.PositiveIntegerField(_("Anzahl"), default=0)
    failed_at = models.DateTimeField(_("zuletzt gescheitert"), null=True)

    class Meta:
        verbose_name = _("fällige Arbeit")
        verbose_name_plural = _("fällige Arbeiten")
        ordering = ["name"]
        default_permissions = ()
        permissions = [("view_retention", "Aufbewahrung ansehen")]

    def __str__(self) -> str:
        return self.name

    @property
    def has_failed(self) -> bool:
        """Whether the last try failed."""
        return self.failed_at is not None and (self.finished_at is None or self.failed_at > self.finished_at)


class ForgottenTag(models.Model):
    """A tag that a change has named and that has no version yet: written with the change, taken up after its commit."""

    tag = models.CharField(max_length=120)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.tag


class CacheState(models.Model):
    """One row: the newest version of all tags; locked for a moment while tags get the next one."""

    version = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="cachestate_only_one_row")]
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.version)


class CacheTag(models.Model):
    """The version at which pages with a tag were last forgotten, and when that was (Unix time)."""

    tag = models.CharField(max_length=120, unique=True)
    version = models.PositiveBigIntegerField(db_index=True)
    changed_at = models.PositiveBigIntegerField(default=0)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.tag}: {self.version}"


class PageVisits(models.Model):
    """How often something public was opened on one day; written only by :mod:`core.visits`."""

    key = models.CharField(max_length=120)
    day = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "day"], name="core_pagevisits_one_per_day")]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.key} {self.day}: {self.count}"
