"""What was loaded from files, so that a page edited on the site is never overwritten silently."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class ContentFile(models.Model):
    """A file of the library, a term or a fact as it was last loaded.

    ``digest`` is that of the file, ``state`` that of what stood on the site right after loading: as long as the site
    still says the same, nobody has edited it there. An empty ``digest`` makes the next load do the file again.
    """

    path = models.CharField(_("Datei"), max_length=200, primary_key=True)
    digest = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=64, blank=True)
    page = models.ForeignKey(Page, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("Seite"))
    loaded_at = models.DateTimeField(_("geladen am"), null=True, blank=True)

    class Meta:
        verbose_name = _("Datei der Bibliothek")
        verbose_name_plural = _("Dateien der Bibliothek")
        ordering = ["path"]

    def __str__(self) -> str:
        return self.path
