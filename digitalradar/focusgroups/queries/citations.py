"""References from guides to what was told in groups."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from ..models import AnonymousVersion, Citation, Contribution


def all_citations() -> QuerySet[Citation]:
    """Return all references with whether everybody may read the text: with a name, or in its nameless version."""
    named = Contribution.objects.public().filter(pk=OuterRef("contribution"))
    nameless = AnonymousVersion.objects.public().filter(contribution=OuterRef("contribution"))
    rows = Citation.objects.annotate(is_named=Exists(named), is_nameless=Exists(nameless))
    return rows.select_related("contribution__group", "contribution__anonymous").order_by("guide", "pk")


def quotable() -> QuerySet[Contribution]:
    """Return what a guide may refer to: only what everybody may read."""
    nameless = AnonymousVersion.objects.public().values("contribution")
    public = Contribution.objects.public().values("pk")
    return Contribution.objects.filter(Q(pk__in=public) | Q(pk__in=nameless)).select_related("group", "anonymous")
