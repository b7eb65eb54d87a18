"""Who offers the portal: the region, its contact people and its partners."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting
from wagtail.images.models import AbstractRendition
from wagtail.search import index

from digitalradar.core.localized import localized

IMAGE = "wagtailimages.Image"


class Region(BaseGenericSetting):
    """The one region of this installation; read it through :func:`queries.current_region`."""

    name = models.CharField(
        _("Name der Region"), max_length=80, blank=True, help_text=_("Zum Beispiel: Kreis Musterland")
    )
    wordmark = models.CharField(
        _("zweite Zeile im Schriftzug"),
        max_length=28,
        blank=True,
        help_text=_("Steht im Kopf unter „Digitalradar“, höchstens 28 Zeichen. Leer: der Name der Region."),
    )
    about = models.TextField(
        _("Wer das Angebot trägt"), max_length=400, blank=True, help_text=_("Ein bis zwei Sätze für die Fußzeile.")
    )
    about_en = models.TextField(_("Wer das Angebot trägt (englisch)"), max_length=400, blank=True)
    logo = models.ForeignKey(
        IMAGE, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("Logo der Region")
    )
    phone = models.CharField(_("Telefon"), max_length=40, blank=True)
    hours = models.CharField(
        _("Sprechzeiten"), max_length=80, blank=True, help_text=_("Zum Beispiel: Montag bis Freitag, 8 bis 16 Uhr")
    )
    hours_en = models.CharField(_("Sprechzeiten (englisch)"), max_length=80, blank=True)
    report_email = models.EmailField(
        _("E-Mail-Adresse für gemeldete Barrieren"),
        blank=True,
        help_text=_("Dorthin geht jede Meldung. Leer: Meldungen stehen nur hier in der Verwaltung."),
    )
    funding_statement = models.TextField(
        _("Hinweis auf die Förderung"),
        max_length=400,
        blank=True,
        help_text=_("Wortlaut nach Vorgabe des Fördergebers."),
    )
    funding_statement_en = models.TextField(_("Hinweis auf die Förderung (englisch)"), max_length=400, blank=True)
    funding_emblem = models.ForeignKey(
        IMAGE, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("Emblem des Fördergebers")
    )
    funding_url = models.URLField(_("Seite des Fördergebers"), blank=True)
    hidden_parts = models.JSONField(_("ausgeschaltete Teile"), default=list, blank=True)
    is_example = models.BooleanField(
        _("Beispieldaten"),
        default=False,
        help_text=_("Jede Seite sagt dann, dass Region, Personen und Betriebe erfunden sind."),
    )

    select_related = ("logo", "funding_emblem")

    class Meta:
        verbose_name = _("Region")
        verbose_name_plural = _("Region")
        # The name is kept in the database, in German as everything staff configure.
        permissions = [("switch_exampledata", "Beispieldaten hinzufügen und entfernen")]


class ContactPersonQuerySet(models.QuerySet):
    """Contact people in the order in which the region wants them seen."""

    def with_photos(self):
        """Fetch the photos and their stored sizes too."""
        return self.select_related("photo").prefetch_related("photo__renditions")


class ContactPerson(index.Indexed, models.Model):
    """Someone a firm can simply ring up."""

    name = models.CharField(_("Name"), max_length=80)
    role = models.CharField(_("Aufgabe"), max_length=120, help_text=_("Zum Beispiel: IT-Sicherheit und Förderung"))
    role_en = models.CharField(_("Aufgabe (englisch)"), max_length=120, blank=True)
    organisation = models.CharField(_("Einrichtung"), max_length=120, blank=True)
    phone = models.CharField(_("Telefon"), max_length=40, blank=True)
    email = models.EmailField(_("E-Mail-Adresse"), blank=True)
    languages = models.CharField(
        _("Sprachen"), max_length=80, blank=True, help_text=_("Zum Beispiel: Deutsch, Englisch, Türkisch")
    )
    languages_en = models.CharField(_("Sprachen (englisch)"), max_length=80, blank=True)
    photo = models.ForeignKey(IMAGE, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("Foto"))
    photo_rights = models.CharField(
        _("Bildrechte"),
        max_length=160,
        blank=True,
        help_text=_(
            "Wer hat fotografiert, und seit wann liegt die Einwilligung der Person vor? Nötig, sobald ein Foto da ist."
        ),
    )
    sort_order = models.PositiveSmallIntegerField(_("Reihenfolge"), default=100, help_text=_("Kleine Zahlen zuerst."))
    is_example = models.BooleanField(_("Beispieldaten"), default=False)

    objects = ContactPersonQuerySet.as_manager()
    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.SearchField("role")]

    class Meta:
        verbose_name = _("Ansprechperson")
        verbose_name_plural = _("Ansprechpersonen")
        ordering = ["sort_order", "name", "pk"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        if not (self.phone or self.email):
            raise ValidationError({"phone": _("Geben Sie eine Telefonnummer oder eine E-Mail-Adresse an.")})
        if self.photo and not self.photo_rights:
            raise ValidationError({"photo_rights": _("Ein Foto braucht eine Angabe zu den Bildrechten.")})

    @property
    def local_role(self) -> str:
        return localized(self, "role")

    @property
    def local_languages(self) -> str:
        return localized(self, "languages")

    @property
    def initials(self) -> str:
        """First letters of first and last name without titles ("Dr."), shown where there is no photo."""
        words = [word for word in self.name.split() if not word.endswith(".")]
        return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()

    @property
    def portrait(self) -> AbstractRendition | None:
        """The photo in the size of a small portrait."""
        return self.photo.get_rendition("fill-96x96") if self.photo else None

    @property
    def phone_link(self) -> str:
        return phone_link(self.phone)


class Partner(index.Indexed, models.Model):
    """An organisation that carries the offer together with the region."""

    name = models.CharField(_("Name"), max_length=120)
    url = models.URLField(_("Website"), blank=True)
    logo = models.ForeignKey(IMAGE, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("Logo"))
    sort_order = models.PositiveSmallIntegerField(_("Reihenfolge"), default=100, help_text=_("Kleine Zahlen zuerst."))
    is_example = models.BooleanField(_("Beispieldaten"), default=False)

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        verbose_name = _("Partner")
        verbose_name_plural = _("Partner")
        ordering = ["sort_order", "name", "pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def picture(self) -> AbstractRendition | None:
        """The logo in the size in which a list shows it."""
        return self.logo.get_rendition("max-160x64") if self.logo else None


def phone_link(phone: str) -> str:
    """Return the address that dials ``phone``, or nothing for an empty number; "030 23125-114" dials 03023125114."""
    digits = "".join(sign for sign in phone.replace("(0)", "") if sign.isdigit())
    return f"tel:{'+' if phone.strip().startswith('+') else ''}{digits}" if digits else ""
