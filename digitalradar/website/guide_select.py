"""Choose a guide by its title where a page remembers it by its identifier."""

from typing import Any

from django import forms

from digitalradar.knowledge.queries.references import guide_titles


class GuideSelect(forms.Select):
    """A list of the published guides. One that is no longer published stays chosen until somebody changes it."""

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        titles = guide_titles()
        unknown = {key: key for key in value if key and key not in titles}
        self.choices = [("", "---------"), *(unknown | titles).items()]
        return super().optgroups(name, value, attrs)
