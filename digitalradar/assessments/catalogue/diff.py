"""What changed from one catalogue to another, in words an editor can check."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from .canonical import canonical

# What takes part in the scoring, and which keys of it can move a number; other changes are ones of texts and links.
SCORING_KEYS: dict[str, set[str]] = {
    "catalogue": {"family", "min_dimensions"},
    "dimension": {"target_stage"},
    "question": {"kind", "weight", "level", "show_if", "replaces", "maps_to", "stands in"},
    "measure": {"effort", "requires", "show_if", "lifts"},
    "export group": {"questions"},
}
# Parts of the document that are lists of things with an id, and what one thing is called.
LISTS = {
    "sectors": "sector",
    "notices": "notice",
    "measures": "measure",
    "open_questions": "open question",
    "dma": "export group",
}
WHOLE = {"show_if", "replaces"}  # make sense only in one piece
SPREAD = {"stages", "scale", "variants", "key_steps", "chances", "risks"}
DEFAULTS: dict[str, Any] = {"kind": "staged", "weight": 1, "level": "normal", "na": False}

Thing = tuple[str, str]


@dataclass(frozen=True)
class Change:
    """One difference.

    ``what`` and ``id`` name the thing (``question``, ``sicherheit.sicherung``), ``key`` the part of it that changed
    (empty if the whole thing was added or removed), ``moves_scores`` whether results can come out differently.
    """

    kind: Literal["added", "removed", "changed"]
    what: str
    id: str
    key: str = ""
    before: Any = None
    after: Any = None
    moves_scores: bool = False

    def __str__(self) -> str:
        thing = f"{self.what} {self.id}".strip()
        if not self.key:
            return f"{thing} {self.kind}"
        if self.kind == "added":
            return f"{thing}: {self.key} added: {_shown(self.after)}"
        if self.kind == "removed":
            return f"{thing}: {self.key} removed: {_shown(self.before)}"
        return f"{thing}: {self.key} changed\n  - {_shown(self.before)}\n  + {_shown(self.after)}"


def diff(old: dict[str, Any], new: dict[str, Any]) -> list[Change]:
    """Return the changes in the order of the new document, removed things after the others of their sort."""
    before, after = dict(things(old)), dict(things(new))
    removed = [thing for thing in before if thing not in after]
    changes: list[Change] = []
    for thing, fields in after.items():
        if thing not in before:
            changes.append(Change("added", *thing, moves_scores=_moves_scores(thing)))
        else:
            changes += _changed_fields(thing, before[thing], fields)
    changes += [Change("removed", *thing, moves_scores=_moves_scores(thing)) for thing in removed]
    return changes + list(_changed_order(before, after))


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else canonical(value).decode()


def things(data: dict[str, Any]) -> Iterator[tuple[Thing, dict[str, Any]]]:
    """Return everything of a document that is compared: sort and id of each thing, and its parts by key."""
    nested = {"dimensions", "translations", *LISTS}
    yield ("catalogue", ""), _fields({key: value for key, value in data.items() if key not in nested})
    for dimension in data["dimensions"]:
        yield ("dimension", dimension["id"]), _fields({k: v for k, v in dimension.items() if k != "questions"})
        for question in dimension["questions"]:
            fields = {**DEFAULTS, **question, "stands in": dimension["id"]}
            yield ("question", question["id"]), _fields(fields)
    for key, what in LISTS.items():
        for item in data.get(key, []):
            yield (what, item["id"]), _fields(item)
    for language, texts in data.get("translations", {}).items():
        yield from _translated(f"translation {language},", texts)


def _translated(prefix: str, texts: dict[str, Any]) -> Iterator[tuple[Thing, dict[str, Any]]]:
    yield (f"{prefix} catalogue", ""), _fields({k: v for k, v in texts.items() if not isinstance(v, dict)})
    names = {**LISTS, "dimensions": "dimension", "questions": "question"}
    for part, things in texts.items():
        if isinstance(things, dict):
            for name, item in things.items():
                yield (f"{prefix} {names[part]}", name), _fields(item if isinstance(item, dict) else {"title": item})


def _fields(thing: dict[str, Any]) -> dict[str, Any]:
    """Return the parts of a thing that are compared one by one: each stage, each variant sentence for itself."""
    return {place: part for key, value in thing.items() if key != "id" for place, part in _parts(key, value)}


def _parts(key: str, value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict) and _base(key) not in WHOLE:
        for inner, part in value.items():
            yield from _parts(f"{key}.{inner}", part)
    elif isinstance(value, list) and _base(key) in SPREAD:
        for place, part in enumerate(value):
            yield from _parts(f"{key}[{place + 1}]", part)
    else:
        yield key, value


def _base(key: str) -> str:
    return re.split(r"[.\[]", key, maxsplit=1)[0]


def _changed_fields(thing: Thing, before: dict[str, Any], after: dict[str, Any]) -> Iterator[Change]:
    for key in [*after, *(key for key in before if key not in after)]:
        if key in before and key in after and before[key] == after[key]:
            continue
        kind: Literal["added", "removed", "changed"] = "changed"
        if key not in before or key not in after:
            kind = "added" if key in after else "removed"
        yield Change(kind, *thing, key, before.get(key), after.get(key), _moves_scores(thing, key))


def _moves_scores(thing: Thing, key: str | None = None) -> bool:
    """Tell whether a change of this key, or of the whole thing, can change a result."""
    keys = SCORING_KEYS.get(thing[0])
    return keys is not None and (key is None or _base(key) in keys)


def _changed_order(before: dict[Thing, Any], after: dict[Thing, Any]) -> Iterator[Change]:
    """Ties are broken by catalogue order, so an order alone can move a list of next steps."""
    for what in ("dimension", "question", "measure"):
        old = [name for kind, name in before if kind == what and (kind, name) in after]
        new = [name for kind, name in after if kind == what and (kind, name) in before]
        if old != new:
            yield Change("changed", what, "", "order", ", ".join(old), ", ".join(new), moves_scores=True)
