"""The fact base ``content/facts.md``: what guides may say about law, figures and deadlines. Pure Python."""

from .reading import FactEntry, FactsRefused, read_facts

__all__ = ["FactEntry", "FactsRefused", "read_facts"]
