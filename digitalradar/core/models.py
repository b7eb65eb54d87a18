"""What the foundation itself remembers."""

from django.db import models


class Installation(models.Model):
    """One row: which state of the package ``digitalradar init`` brought this database to last."""

    digest = models.CharField(max_length=64)
    version = models.CharField(max_length=40)
    finished_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="installation_only_one_row")]

    def __str__(self) -> str:
        return f"{self.version} ({self.digest[:12]})"
