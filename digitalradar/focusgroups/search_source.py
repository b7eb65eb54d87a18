"""What the search knows of groups: their public pages, and what members have released for all."""

from collections.abc import Iterator

from django.db.models.signals import post_delete, post_save
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import override

from digitalradar.search import services, sources
from digitalradar.search.entry import Entry

from .models import AnonymousVersion, Contribution, FocusGroup

GROUP, TOLD = "focus_group", "focus_group_text"
LANGUAGE = "de"  # groups speak German; so do their pages
GROUP_PRIOR, TOLD_PRIOR = 0.8, 0.6
SUMMARY_LENGTH = 200


def register() -> None:
    """Tell the search about groups; called once at start."""
    sources.register(GROUP, group_entries)
    sources.register(TOLD, told_entries)
    post_save.connect(_group_saved, sender=FocusGroup)
    post_delete.connect(_group_deleted, sender=FocusGroup)
    post_delete.connect(_contribution_deleted, sender=Contribution)


def group_entries() -> Iterator[Entry]:
    """Yield the entries of all public groups."""
    yield from map(entry_of_group, FocusGroup.objects.public().prefetch_related("topic_fields").order_by("pk"))


def told_entries() -> Iterator[Entry]:
    """Yield the entries of everything that members have released for all."""
    for contribution in Contribution.objects.public().select_related("group").order_by("pk"):
        yield entry_of_contribution(contribution)
    for version in AnonymousVersion.objects.public().select_related("contribution__group").order_by("key"):
        yield entry_of_version(version)


def entry_of_group(group: FocusGroup) -> Entry:
    """Return what the search keeps of a group."""
    return Entry(
        kind=GROUP,
        key=str(group.pk),  # not the slug, which can be changed
        language=LANGUAGE,
        title=group.title,
        url=_address(group),
        summary=group.summary,
        body=group.purpose,
        keywords="Fokusgruppe Erfahrungsaustausch",
        facets={"topic_field": sorted(field.pk for field in group.topic_fields.all())},
        prior=GROUP_PRIOR,
    )


def entry_of_contribution(contribution: Contribution) -> Entry:
    """Return what the search keeps of a text that stands in public with its author's name."""
    return _told(contribution, contribution.text, str(contribution.pk))


def entry_of_version(version: AnonymousVersion) -> Entry:
    """Return what the search keeps of a text without a name: nothing of the original, no day."""
    return _told(version.contribution, version.text, version.key.hex)


def refresh_contribution(contribution: Contribution) -> None:
    """Bring the index up to date with one contribution, in the caller's transaction."""
    if entry := _entry(contribution):
        services.index(entry)
    else:
        forget_contribution(contribution)


def forget_contribution(contribution: Contribution) -> None:
    """Take a contribution out of the index."""
    services.remove(TOLD, str(contribution.pk))


def _entry(contribution: Contribution) -> Entry | None:
    if Contribution.objects.public().filter(pk=contribution.pk).exists():
        return entry_of_contribution(contribution)
    version = AnonymousVersion.objects.public().filter(contribution=contribution).first()
    return entry_of_version(version) if version else None


def _told(contribution: Contribution, text: str, anchor: str) -> Entry:
    """The key is never shown; the anchor is, so it may not be the id where there is no name."""
    group = contribution.group
    with override(LANGUAGE):
        title = _("%(kind)s aus der Gruppe „%(group)s“") % {
            "kind": Contribution.Kind(contribution.kind).label,
            "group": group.title,
        }
    return Entry(
        kind=TOLD,
        key=str(contribution.pk),
        language=LANGUAGE,
        title=title,
        url=f"{_address(group)}#beitrag-{anchor}",
        summary=Truncator(text).chars(SUMMARY_LENGTH),
        body=text,
        prior=TOLD_PRIOR,
    )


def _address(group: FocusGroup) -> str:
    with override(LANGUAGE):
        return reverse("focusgroups:group", args=[group.slug])


def _group_saved(instance: FocusGroup, **_signal: object) -> None:
    """Show or hide a group with everything that was told in it."""
    if FocusGroup.objects.public().filter(pk=instance.pk).exists():
        services.index(entry_of_group(instance))
    else:
        services.remove(GROUP, str(instance.pk))
    for contribution in instance.contributions.select_related("group"):
        refresh_contribution(contribution)


def _group_deleted(instance: FocusGroup, **_signal: object) -> None:
    services.remove(GROUP, str(instance.pk))


def _contribution_deleted(instance: Contribution, **_signal: object) -> None:
    """However it goes: by its author, with them, with the group, or on the clock."""
    forget_contribution(instance)
