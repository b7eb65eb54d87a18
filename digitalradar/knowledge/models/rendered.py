"""What a published page looks like to everybody, kept ready."""

from django.db import models
from wagtail.models import Page


class RenderedArticle(models.Model):
    """The parts of a page that depend neither on the visitor nor on the day, as safe HTML.

    Written on publication and again when something it shows has changed (:mod:`presentation.rendered`). ``tags`` are
    those of the page cache, ``version`` is what was known of them before rendering began, ``release`` names the
    templates it was made with.
    """

    page = models.OneToOneField(Page, models.CASCADE, related_name="rendered")
    head = models.TextField()
    article = models.TextField()
    structured_data = models.TextField()
    tags = models.JSONField(default=list)
    version = models.PositiveBigIntegerField()
    release = models.CharField(max_length=64)
    rendered_at = models.DateTimeField(auto_now=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.page_id} ({self.version})"
