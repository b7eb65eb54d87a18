"""What the site says now, as text and as a digest: so edits there are noticed whatever they are."""

import hashlib
from collections.abc import Sequence

from ...content.documents import Document, Term
from ...content.problem import ContentRefused
from ...content.reading import parse, write
from ...content.rich_text import NotWritable
from ...models import ContentFile, Fact, GlossaryTerm, KnowledgePage
from .directory import Directory
from .pages import document_of, location_of


def digest(content: str | bytes) -> str:
    """Return the SHA-256 of a text as 64 hexadecimal digits."""
    return hashlib.sha256(content if isinstance(content, bytes) else content.encode()).hexdigest()


def page_text(page: KnowledgePage, directory: Directory) -> str:
    """Return the file that a page would be, exactly as it would be written.

    Raises:
        NotWritable: the page holds what files do not know, or lacks what they need.
    """
    document = document_of(page, directory)
    text = write(document)
    path = location_of(page).path
    try:
        read = parse(text, path)
    except ContentRefused as refusal:
        raise NotWritable(refusal.problems[0].reason) from refusal
    if read != document:
        raise NotWritable("Die Seite lässt sich nicht so als Datei schreiben, dass sie dieselbe bleibt.")
    return text


def page_state(page: KnowledgePage, directory: Directory) -> str:
    """Return the digest of what a page says; of one that no file can hold, none."""
    try:
        return digest(write(document_of(page, directory)))
    except NotWritable:
        return ""


def remember(rows: Sequence[ContentFile]) -> None:
    """Write rows of terms or facts, those that are there and those that are new; one query."""
    ContentFile.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["path"], update_fields=["digest", "state", "loaded_at"]
    )


def term_of(term: GlossaryTerm, language: str) -> Document:
    """Return the record of a term in one language."""
    suffix = "" if language == "de" else f"_{language}"
    return Term(
        identifier=term.pk,
        language=language,
        term=getattr(term, f"term{suffix}"),
        forms=tuple(getattr(term, f"forms{suffix}")),
        text=getattr(term, f"text{suffix}"),
    )


def fact_state(fact: Fact) -> str:
    """Return the digest of what a fact says; where it stands in the list does not matter."""
    said = (fact.topic, fact.text, fact.as_of, fact.is_certain, list(fact.sources), fact.note)
    return digest(repr(said))
