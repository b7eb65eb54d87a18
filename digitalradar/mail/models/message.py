"""A message in the outbox. Its row, not a task in the queue, says how far it is."""

from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.crypto import get_random_string
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from ..addresses import normalise

LEASE = timedelta(minutes=2)
"""Whoever has not come as far as handing over within this time was killed; somebody else begins anew."""

ANSWER = timedelta(minutes=2)
"""How long a mail server may take to answer after the last line of a message."""

MARGIN = timedelta(minutes=1)


class MessageQuerySet(models.QuerySet):
    """Every change of state is one conditional UPDATE: of two workers only one finds the row as it expects it."""

    def due(self):
        """Messages that may be sent now."""
        moment = now()
        return self.filter(
            Q(paused_until=None) | Q(paused_until__lte=moment), state=Message.State.WAITING, not_before__lte=moment
        )

    def about(self, key: str, *, to: str):
        """Messages to an address whose ``dedupe_key`` holds ``key``, such as the uid of what they are about."""
        return self.filter(address=normalise(to), dedupe_key__contains=key)

    def claim(self, pk: int) -> str:
        """Take a waiting message over for sending; return the claim, or nothing when another worker was faster."""
        claim = get_random_string(20)
        taken = self.due().filter(pk=pk)
        is_ours = taken.update(
            state=Message.State.SENDING, claim=claim, lease_until=now() + LEASE, attempts=F("attempts") + 1
        )
        return claim if is_ours else ""

    def claimed(self, pk: int, claim: str):
        """The message as long as ``claim`` holds it and it is not handed over."""
        return self.filter(pk=pk, claim=claim, state=Message.State.SENDING, handed_over_at=None)

    def note_handing_over(self, pk: int, claim: str) -> bool:
        """Write down that the mail server gets the last line now; False when the claim was lost: then it must not."""
        moment = now()
        return bool(self.claimed(pk, claim).update(handed_over_at=moment, lease_until=moment + ANSWER + MARGIN))

    def end(self, state: str, answer: str = "") -> int:
        """Give these messages their last state."""
        return self.update(
            state=state, last_answer=answer, claim="", lease_until=None, paused_until=None, finished_at=now()
        )

    def wait_again(self, *, until: datetime | None, answer: str, is_refusal: bool) -> int:
        """Let these messages wait for the next try; a refusal counts towards giving up."""
        return self.update(
            state=Message.State.WAITING,
            claim="",
            lease_until=None,
            handed_over_at=None,
            paused_until=until,
            last_answer=answer,
            refusals=F("refusals") + int(is_refusal),
        )


class Message(models.Model):
    """One message to one receiver. Made with :func:`services.queue` and sent after the transaction it belongs to."""

    class State(models.TextChoices):
        WAITING = "waiting", _("wartet")
        SENDING = "sending", _("wird gesendet")
        SENT = "sent", _("gesendet")
        FAILED = "failed", _("nicht zustellbar")
        SUPPRESSED = "suppressed", _("Adresse gesperrt")
        UNCLEAR = "unclear", _("unklar")

    kind = models.CharField(_("Art"), max_length=80)
    recipient = models.CharField(_("Empfänger"), max_length=320)
    address = models.CharField(_("Adresse"), max_length=320, db_index=True)
    language = models.CharField(_("Sprache"), max_length=8)
    reply_to = models.CharField(_("Antwort an"), max_length=320, blank=True)
    subject = models.CharField(_("Betreff"), max_length=255)
    text = models.TextField(_("Text"), blank=True)
    html = models.TextField(_("HTML"), blank=True)
    message_id = models.CharField(_("Message-ID"), max_length=320, unique=True)
    dedupe_key = models.CharField(_("Schlüssel gegen Doppeltes"), max_length=200, null=True, unique=True)  # noqa: DJ001 -- many rows have none, and "" would be one
    created_at = models.DateTimeField(_("erstellt am"), default=now)
    not_before = models.DateTimeField(_("nicht vor"), default=now)
    state = models.CharField(_("Stand"), max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveIntegerField(_("Versuche"), default=0)
    refusals = models.PositiveIntegerField(_("Ablehnungen"), default=0)
    paused_until = models.DateTimeField(_("nächster Versuch"), null=True)
    claim = models.CharField(max_length=20, blank=True)
    lease_until = models.DateTimeField(null=True)
    handed_over_at = models.DateTimeField(_("übergeben am"), null=True)
    finished_at = models.DateTimeField(_("abgeschlossen am"), null=True)
    last_answer = models.TextField(_("letzte Antwort des Mailservers"), blank=True)
    emptied_at = models.DateTimeField(_("Inhalt gelöscht am"), null=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("Nachricht")
        verbose_name_plural = _("Nachrichten")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["state", "not_before"], name="message_by_state")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="sending") | (Q(lease_until__isnull=False) & ~Q(claim="")),
                name="message_sending_is_claimed",
            ),
            models.CheckConstraint(
                condition=~Q(state="sent") | Q(handed_over_at__isnull=False), name="message_sent_was_handed_over"
            ),
        ]
        default_permissions = ()
        permissions = [
            ("view_message", "Nachrichten ansehen"),
            ("resend_message", "Nachrichten noch einmal senden"),
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def is_emptied(self) -> bool:
        """Whether text and attachments were deleted because their time is over."""
        return self.emptied_at is not None

    @property
    def is_finished(self) -> bool:
        return self.finished_at is not None
