"""A template and a rule for dates that come again."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..kinds import kind_choices


class Series(models.Model):
    """What several dates have in common. It is no date itself: every date is a row of :class:`Occurrence`.

    ``rule`` is a recurrence rule (RFC 5545, section 3.3.10) of wall-clock time in ``time_zone``, so that a group that
    meets at 17:00 does so in summer and in winter. Dates are made with :func:`services.series.extend`.
    """

    kind = models.CharField(_("Format"), max_length=40, choices=kind_choices)
    title = models.CharField(_("Titel"), max_length=160)
    slug = models.SlugField(_("Adresse"), max_length=80, unique=True)
    summary = models.TextField(_("Worum es geht"), max_length=400, blank=True)
    rule = models.CharField(_("Rhythmus"), max_length=200, blank=True)
    rhythm = models.CharField(
        _("Rhythmus in Worten"), max_length=120, blank=True, help_text=_("Zum Beispiel: alle sechs Wochen dienstags")
    )
    first_day = models.DateField(_("erster Tag"), null=True, blank=True, help_text=_("Von ihm an wird gezählt."))
    starts_at = models.TimeField(_("Beginn"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(_("Dauer in Minuten"), default=120)
    time_zone = models.CharField(_("Zeitzone"), max_length=40, default="Europe/Berlin")
    is_example = models.BooleanField(_("Beispieldaten"), default=False)

    class Meta:
        verbose_name = _("Reihe")
        verbose_name_plural = _("Reihen")
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title
