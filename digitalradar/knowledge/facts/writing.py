"""Write facts back into the fact base, leaving every other line as it is."""

from collections.abc import Sequence

from .reading import FactEntry, read_facts


def with_facts(text: str, facts: Sequence[FactEntry]) -> str:
    """Return the fact base with the entries of some facts replaced; unknown ones are added below their topic."""
    known = {entry.id: entry for entry in read_facts(text)}
    lines = text.split("\n")
    for fact in sorted(facts, key=lambda one: -known[one.id].line if one.id in known else 0):
        if fact.id not in known:
            continue
        if known[fact.id] != fact:
            start = known[fact.id].line - 1
            lines[start : _end(lines, start)] = [*entry_lines(fact), ""]
    for fact in facts:
        if fact.id not in known:
            _add(lines, fact)
    return "\n".join(lines)


def entry_lines(fact: FactEntry) -> list[str]:
    """Return one entry as it stands in the file."""
    sources = ", ".join(f"<{source}>" for source in fact.sources)
    keys = [
        f"- Stand: {fact.as_of}",
        f"- Sicherheit: **{'sicher' if fact.is_certain else 'unsicher'}**",
        *([f"- Quelle: {sources}"] if sources else []),
        *([f"- Hinweis: {fact.note}"] if fact.note else []),
    ]
    return [f"### {fact.id}", "", fact.text, "", *keys]


def _end(lines: list[str], start: int) -> int:
    """Return where the entry that begins at ``start`` ends: at the next heading or the end of the file."""
    later = range(start + 1, len(lines))
    end = next((at for at in later if lines[at].startswith(("## ", "### "))), len(lines))
    while end > start + 1 and lines[end - 1] == "" and lines[end - 2] == "":
        end -= 1  # the file may leave more room before a topic
    return end


def _add(lines: list[str], fact: FactEntry) -> None:
    heading = f"## {fact.topic}"
    if heading not in lines:
        lines[len(lines) :] = [heading, ""]
    start = lines.index(heading)
    end = next((at for at in range(start + 1, len(lines)) if lines[at].startswith("## ")), len(lines))
    while end > start + 1 and lines[end - 1] == "":
        end -= 1
    lines[end:end] = ["", *entry_lines(fact)]
