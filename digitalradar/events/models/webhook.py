"""Other programs that the region lets know of changed bookings."""

from uuid import uuid4

from django.db import models
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from digitalradar.core.web_address import WebAddressField

from ..webhooks.signing import new_secret


class WebhookEndpoint(models.Model):
    """An address that gets a signed message on each change; set up by administrators."""

    name = models.CharField(_("Name"), max_length=80)
    url = WebAddressField(_("Adresse"))
    secret = models.CharField(_("Geheimnis der Signatur"), max_length=80, default=new_secret, editable=False)
    is_active = models.BooleanField(_("eingeschaltet"), default=True)

    class Meta:
        verbose_name = _("Webhook")
        verbose_name_plural = _("Webhooks")
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class WebhookDelivery(models.Model):
    """One message to one endpoint: queued with the change, sent after its commit, tried again when it fails."""

    class State(models.TextChoices):
        WAITING = "waiting", _("wartet")
        SENT = "sent", _("zugestellt")
        FAILED = "failed", _("aufgegeben")

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    endpoint = models.ForeignKey(WebhookEndpoint, models.CASCADE, related_name="deliveries")
    event = models.CharField(_("Ereignis"), max_length=60)
    payload = models.JSONField()
    state = models.CharField(_("Stand"), max_length=10, choices=State, default=State.WAITING, db_index=True)
    tries = models.PositiveSmallIntegerField(_("Versuche"), default=0)
    next_try_at = models.DateTimeField(default=now)
    answer = models.CharField(_("letzte Antwort"), max_length=200, blank=True)
    created_at = models.DateTimeField(_("angelegt am"), default=now)

    class Meta:
        verbose_name = _("Webhook-Nachricht")
        verbose_name_plural = _("Webhook-Nachrichten")
        ordering = ["created_at", "pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.event} {self.uid}"
