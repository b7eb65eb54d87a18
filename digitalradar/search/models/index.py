"""The inverted index as ordinary rows, the same on every database. Written only by :mod:`search.services`."""

from django.db import models

LANGUAGE_LENGTH = 8


class Generation(models.Model):
    """One row: which state the index is in. Whoever changes the index changes the token first, and so waits its turn.

    Processes keep what they have read of the index as long as the token stays the same.
    """

    token = models.CharField(max_length=32)

    class Meta:
        default_permissions = ()
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="search_generation_only_one_row")]

    def __str__(self) -> str:
        return self.token


class Document(models.Model):
    """One public page. ``number`` is its place in the postings; freed numbers are used again."""

    kind = models.CharField(max_length=30)
    key = models.CharField(max_length=120)
    language = models.CharField(max_length=LANGUAGE_LENGTH)
    number = models.PositiveIntegerField(unique=True)
    title = models.CharField(max_length=255)
    url = models.CharField(max_length=500)
    summary = models.TextField(blank=True)
    body = models.TextField(blank=True)
    keywords = models.TextField(blank=True)
    facets = models.JSONField(default=dict)
    published = models.DateField(null=True)
    place = models.PositiveIntegerField(default=0)
    prior = models.FloatField(default=1.0)
    digest = models.CharField(max_length=64)
    terms = models.BinaryField(default=b"")

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["kind", "key", "language"], name="search_document_once")]

    def __str__(self) -> str:
        return f"{self.kind}:{self.key}:{self.language}"


class Term(models.Model):
    """A stem of a language, or (without language) a value of a facet as ``facet=value``."""

    language = models.CharField(max_length=LANGUAGE_LENGTH, blank=True)
    text = models.CharField(max_length=160)
    documents = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["language", "text"], name="search_term_once")]

    def __str__(self) -> str:
        return self.text


class Word(models.Model):
    """A word as it stands in documents: folded, as written first, and the term under which it is found."""

    term = models.ForeignKey(Term, models.CASCADE, related_name="words")
    language = models.CharField(max_length=LANGUAGE_LENGTH)
    folded = models.CharField(max_length=64)
    shown = models.CharField(max_length=64)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["language", "folded"], name="search_word_once")]

    def __str__(self) -> str:
        return self.shown


class Posting(models.Model):
    """Where a term stands among the 256 documents of a block: pairs of two bytes, place in the block and impact."""

    BLOCK = 256

    term = models.ForeignKey(Term, models.CASCADE, related_name="postings")
    block = models.PositiveIntegerField()
    pairs = models.BinaryField()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["term", "block"], name="search_posting_once")]

    def __str__(self) -> str:
        return f"{self.term_id} in {self.block}"
