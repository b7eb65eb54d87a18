"""A file that goes with a message."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .message import Message


class Attachment(models.Model):
    """One file; deleted together with the text of its message."""

    message = models.ForeignKey(
        Message, on_delete=models.CASCADE, related_name="attachments", verbose_name=_("Nachricht")
    )
    name = models.CharField(_("Dateiname"), max_length=120)
    content_type = models.CharField(_("Dateiart"), max_length=120)
    content = models.BinaryField(_("Inhalt"))

    class Meta:
        verbose_name = _("Anlage")
        verbose_name_plural = _("Anlagen")
        ordering = ["pk"]
        default_permissions = ()

    def __str__(self) -> str:
        return self.name
