"""A field that holds several of a few fixed choices."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class ChoicesField(models.JSONField):
    """A list of choices, stored as JSON in the order of the choices; edited with check boxes."""

    def __init__(self, *args, choices_class: type[models.TextChoices] | None = None, **kwargs):
        self.choices_class = choices_class  # migrations do without: the column is the same
        super().__init__(*args, **{"default": list, "blank": True, **kwargs})

    def clean(self, value, model_instance):
        known = self.choices_class.values
        if unknown := [entry for entry in value or [] if entry not in known]:
            raise ValidationError(_("„%(value)s“ gibt es hier nicht."), params={"value": unknown[0]})
        return super().clean([entry for entry in known if entry in (value or [])], model_instance)

    def formfield(self, **kwargs):
        return forms.MultipleChoiceField(
            choices=self.choices_class.choices,
            widget=forms.CheckboxSelectMultiple,
            required=not self.blank,
            label=self.verbose_name,
            help_text=self.help_text,
        )
