"""Terms of the glossary: a file per language, one row for all languages."""

from collections.abc import Collection, Mapping, Sequence

from django.db import transaction
from django.utils.timezone import now

from ...content.documents import Term
from ...content.places import is_meant
from ...content.problem import Problem
from ...content.reading import Source, write
from ...models import ContentFile, GlossaryTerm
from .outcome import DELETED, EDITED, Kept, Outcome
from .state import digest, remember, term_of

LOCK = "glossary"  # a row of its own, so that two loads come one after the other


@transaction.atomic
def load_terms(
    sources: Sequence[Source], digests: Mapping[str, str], take_over: Collection[str], outcome: Outcome
) -> None:
    """Add and change terms; the German file makes the row, the English one adds to it."""
    chosen = sorted((one for one in sources if isinstance(one.document, Term)), key=lambda one: one.location.language)
    if not chosen:
        return
    ContentFile.objects.select_for_update().get_or_create(path=LOCK)
    terms = GlossaryTerm.objects.in_bulk()
    loaded = []
    rows = ContentFile.objects.in_bulk([source.location.path for source in chosen])
    for source in chosen:
        term, path = source.document, source.location.path
        stored = terms.get(term.identifier)
        if stored is None and term.language != "de":
            reason = "Dieser Begriff hat keine deutsche Datei."
            outcome.refused.append(Problem(path, 1, reason))
            continue
        if (reason := _own(stored, term, rows.get(path))) and not is_meant(path, take_over):
            outcome.kept.append(Kept(path, reason))
            continue
        (outcome.changed if path in rows else outcome.new).append(path)
        terms[term.identifier] = _save(stored, term)
        state = digest(write(term))
        loaded.append(ContentFile(path=path, digest=digests[path], state=state, loaded_at=now()))
    remember(loaded)


def _own(stored: GlossaryTerm | None, term: Term, row: ContentFile | None) -> str:
    """Return why the site's own idea of a term is respected, or nothing."""
    if stored is None:
        return DELETED if row else ""
    there = term_of(stored, term.language)
    if there == term or not there.term:
        return ""
    return EDITED if row is None or digest(write(there)) != row.state else ""


def _save(stored: GlossaryTerm | None, term: Term) -> GlossaryTerm:
    saved = stored or GlossaryTerm(id=term.identifier)
    suffix = "" if term.language == "de" else f"_{term.language}"
    setattr(saved, f"term{suffix}", term.term)
    setattr(saved, f"forms{suffix}", list(term.forms))
    setattr(saved, f"text{suffix}", term.text)
    saved.save()
    return saved
