"""Places inside a catalogue document: ``dimensions[4].questions[1].weight``.

Inside the code a place is a tuple of keys and list positions; people read the text. A key that holds more than
letters, digits, hyphens and underscores is quoted: ``translations.en.questions["strategie.ziel"].text``.
"""

import json
import re

Path = tuple[str | int, ...]

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_STEP = re.compile(r'\.?([A-Za-z_][A-Za-z0-9_-]*)|\[(\d+)\]|\.?\[("(?:[^"\\]|\\.)*")\]')


def render(path: Path) -> str:
    """Return the text of a place; the document itself is the empty text."""
    text = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{step}]"
        elif _PLAIN.fullmatch(step):
            text += f".{step}" if text else step
        else:
            text += f"[{json.dumps(step, ensure_ascii=False)}]"
    return text


def parse(text: str) -> Path:
    """Return the place a text stands for; what cannot be read ends the path, so that its parent is found."""
    steps: list[str | int] = []
    position = 0
    while position < len(text) and (match := _STEP.match(text, position)):
        key, index, quoted = match.groups()
        steps.append(key if key is not None else int(index) if index is not None else json.loads(quoted))
        position = match.end()
    return tuple(steps)
