"""One date: the row that people book, are reminded of and come to."""

from datetime import datetime
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import F, Q
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string
from wagtail.fields import RichTextField

from digitalradar.core.web_address import WebAddressField
from digitalradar.region.models import ContactPerson
from digitalradar.topics.models import TopicField

from ..kinds import Kind, find_kind, kind_choices
from .place import Place
from .series import Series

RICH_TEXT = ["h3", "bold", "ol", "ul", "link"]
DOCUMENT = get_document_model_string()


class OccurrenceQuerySet(models.QuerySet):
    """Questions about dates."""

    def public(self):
        """What everybody may see: published ones whose time to appear has come, and what became of them."""
        return self.exclude(state=Occurrence.State.DRAFT).filter(publish_at__lte=now())

    def to_come(self):
        """Those that are not over and take place."""
        return self.public().filter(state=Occurrence.State.PUBLISHED, ends_at__gt=now())

    def over(self):
        return self.public().filter(ends_at__lte=now())


class Occurrence(models.Model):
    """One date of any format. What may be done with it at a moment follows from its kind's phases.

    ``uid`` never changes; ``sequence`` rises with each change of time, place or state that calendars have to learn of
    (RFC 5545, section 3.8.7.4). "Running" and "over" are read off the clock, all other states are acts of the host.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Entwurf")
        PUBLISHED = "published", _("veröffentlicht")
        CANCELLED = "cancelled", _("abgesagt")
        CLOSED = "closed", _("abgeschlossen")

    class Mode(models.TextChoices):
        ON_SITE = "on_site", _("vor Ort")
        ONLINE = "online", _("online")
        BOTH = "both", _("vor Ort und online")

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    kind = models.CharField(_("Format"), max_length=40, choices=kind_choices, db_index=True)
    series = models.ForeignKey(
        Series, models.PROTECT, null=True, blank=True, related_name="occurrences", verbose_name=_("Reihe")
    )
    series_day = models.DateField(
        null=True, blank=True, editable=False, help_text="The day of the series' rule it was made for; moving keeps it."
    )
    title = models.CharField(_("Titel"), max_length=160)
    slug = models.SlugField(_("Adresse"), max_length=100, unique=True)
    summary = models.TextField(
        _("Worum es geht"), max_length=400, help_text=_("Zwei Sätze: Was passiert, und was hat man davon?")
    )
    description = RichTextField(_("Beschreibung"), blank=True, features=RICH_TEXT)
    language = models.CharField(_("Sprache"), max_length=10, default="de")
    starts_at = models.DateTimeField(_("Beginn"), db_index=True)
    ends_at = models.DateTimeField(_("Ende"), db_index=True)
    time_zone = models.CharField(_("Zeitzone"), max_length=40, default="Europe/Berlin")
    mode = models.CharField(_("Teilnahme"), max_length=10, choices=Mode, default=Mode.ON_SITE)
    place = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, verbose_name=_("Ort"))
    room = models.CharField(_("Raum"), max_length=80, blank=True)
    online_url = WebAddressField(
        _("Adresse der Online-Teilnahme"), blank=True, help_text=_("Sehen nur Angemeldete mit bestätigtem Platz.")
    )
    topic_fields = models.ManyToManyField(
        TopicField, blank=True, related_name="occurrences", verbose_name=_("Themenfelder")
    )
    host = models.CharField(_("Veranstalter"), max_length=120, blank=True)
    contact = models.ForeignKey(
        ContactPerson, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("Ansprechperson")
    )
    price = models.CharField(_("Kosten"), max_length=80, blank=True, help_text=_("Leer: kostenfrei"))
    bring_along = models.TextField(_("Bitte mitbringen"), max_length=300, blank=True)
    is_funded = models.BooleanField(
        _("gefördert"),
        default=False,
        help_text=_("Teilnehmerliste und Bescheinigung tragen dann den Hinweis auf die Förderung."),
    )
    state = models.CharField(_("Stand"), max_length=10, choices=State, default=State.DRAFT, db_index=True)
    publish_at = models.DateTimeField(_("sichtbar ab"), null=True, blank=True)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    previous_starts_at = models.DateTimeField(null=True, editable=False)
    cancel_reason = models.TextField(_("Grund der Absage"), max_length=400, blank=True)
    checkin_token_hash = models.CharField(max_length=64, null=True, unique=True, editable=False)  # noqa: DJ001 -- several have none
    created_at = models.DateTimeField(_("angelegt am"), default=now, editable=False)
    changed_at = models.DateTimeField(_("geändert am"), auto_now=True)
    erased_at = models.DateTimeField(_("Personenbezug gelöscht am"), null=True, editable=False)
    is_example = models.BooleanField(_("Beispieldaten"), default=False)

    objects = OccurrenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("Termin")
        verbose_name_plural = _("Termine")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="events_occurrence_ends_after_start"),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(publish_at__isnull=False), name="events_occurrence_public_since"
            ),
            models.UniqueConstraint(fields=["series", "series_day"], name="events_occurrence_series_day_once"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.local_start:%d.%m.%Y})"

    @property
    def format(self) -> Kind:
        """Its kind with phases, fields and texts."""
        return find_kind(self.kind)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def local_start(self) -> datetime:
        """Beginning in the wall-clock time of the place."""
        return self.starts_at.astimezone(self.zone)

    @property
    def local_end(self) -> datetime:
        return self.ends_at.astimezone(self.zone)

    @property
    def has_begun(self) -> bool:
        return self.starts_at <= now()

    @property
    def is_over(self) -> bool:
        return self.ends_at <= now()

    @property
    def is_public(self) -> bool:
        return self.state != self.State.DRAFT and self.publish_at is not None and self.publish_at <= now()
