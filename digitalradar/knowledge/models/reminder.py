"""Which reminders of a review were written, so that each is written once."""

from django.db import models
from wagtail.models import Page


class ReviewReminder(models.Model):
    """One reminder about one date; another date is another reminder."""

    class Occasion(models.TextChoices):
        SOON = "soon"
        DUE = "due"

    page = models.ForeignKey(Page, models.CASCADE, related_name="+")
    occasion = models.CharField(max_length=8, choices=Occasion)
    due_on = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "occasion", "due_on"], name="knowledge_reminder_once")]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.page_id} {self.occasion} {self.due_on}"
