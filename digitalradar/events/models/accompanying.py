"""What goes with a date: its agenda, its material, its minutes."""

from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string
from wagtail.fields import RichTextField

from digitalradar.core.web_address import WebAddressField

from .occurrence import RICH_TEXT, Occurrence

DOCUMENT = get_document_model_string()


class AgendaItem(models.Model):
    """One point of the agenda."""

    occurrence = models.ForeignKey(Occurrence, models.CASCADE, related_name="agenda")
    starts_at = models.TimeField(_("Uhrzeit"), null=True, blank=True)
    title = models.CharField(_("Punkt"), max_length=160)
    speaker = models.CharField(_("wer"), max_length=120, blank=True)
    text = models.TextField(_("mehr dazu"), max_length=600, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("Punkt des Ablaufs")
        verbose_name_plural = _("Ablauf")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.title


class Material(models.Model):
    """Slides, a recording, a link. It is shown when somebody has released it, and says under which licence."""

    class Audience(models.TextChoices):
        PARTICIPANTS = "participants", _("nur Teilnehmende")
        PUBLIC = "public", _("alle")

    occurrence = models.ForeignKey(Occurrence, models.CASCADE, related_name="materials")
    title = models.CharField(_("Titel"), max_length=160)
    document = models.ForeignKey(DOCUMENT, models.SET_NULL, null=True, blank=True, related_name="+")
    url = WebAddressField(_("Adresse"), blank=True)
    author = models.CharField(_("von wem"), max_length=120, blank=True)
    licence = models.CharField(_("Lizenz"), max_length=80, blank=True)
    released_at = models.DateField(_("freigegeben am"), null=True, blank=True)
    audience = models.CharField(_("für wen"), max_length=12, choices=Audience, default=Audience.PARTICIPANTS)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("Material")
        verbose_name_plural = _("Material")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.title


class Minutes(models.Model):
    """The minutes of a date; approved ones are never changed again."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Entwurf")
        CIRCULATED = "circulated", _("verschickt")
        APPROVED = "approved", _("genehmigt")

    occurrence = models.OneToOneField(Occurrence, models.CASCADE, related_name="minutes")
    text = RichTextField(_("Protokoll"), features=RICH_TEXT)
    state = models.CharField(_("Stand"), max_length=12, choices=State, default=State.DRAFT)
    changed_at = models.DateTimeField(default=now)

    class Meta:
        verbose_name = _("Protokoll")
        verbose_name_plural = _("Protokolle")

    def __str__(self) -> str:
        return str(self.occurrence)
