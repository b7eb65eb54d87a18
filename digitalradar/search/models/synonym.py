"""Words that mean the same, kept by the editors."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class SynonymGroup(models.Model):
    """A few words or short phrases; whoever searches for one of them finds the others, too."""

    name = models.SlugField(
        _("Kennung"),
        max_length=60,
        unique=True,
        null=True,
        blank=True,
        editable=False,
        help_text=_("Nur bei mitgelieferten Gruppen."),
    )
    language = models.CharField(_("Sprache"), max_length=8, choices=settings.LANGUAGES, default="de")
    words = models.TextField(
        _("Wörter"),
        max_length=1000,
        help_text=_("Je Zeile ein Wort oder eine kurze Wortfolge. Beugungen und Umlaute müssen Sie nicht aufzählen."),
    )
    note = models.CharField(_("Notiz"), max_length=200, blank=True)
    is_active = models.BooleanField(_("wird verwendet"), default=True)
    shipped = models.TextField(editable=False, blank=True)  # the words as they came with the software

    class Meta:
        verbose_name = _("Synonyme")
        verbose_name_plural = _("Synonyme")
        ordering = ["words"]

    def __str__(self) -> str:
        return ", ".join(self.word_list)

    @property
    def word_list(self) -> list[str]:
        """The words, one per line of the field."""
        return [line.strip() for line in self.words.splitlines() if line.strip()]

    def clean(self) -> None:
        super().clean()
        self.words = "\n".join(dict.fromkeys(self.word_list))
        if len(self.word_list) < 2:
            raise ValidationError({"words": _("Nennen Sie mindestens zwei Wörter, jedes in einer eigenen Zeile.")})
