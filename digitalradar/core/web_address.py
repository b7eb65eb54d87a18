"""An address on the web in models, which staff may type without its beginning."""

from typing import Any

from django.db import models
from django.forms import Field


class WebAddressField(models.URLField):
    """A ``URLField`` whose forms put "https://" before what has no scheme (Django's own rule from 6.0 on)."""

    def formfield(self, **kwargs: Any) -> Field | None:
        return super().formfield(**{"assume_scheme": "https", **kwargs})

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """Migrations know it as what it is in the database."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.URLField", args, kwargs
