"""Forms of a page as a browser sees them: hidden fields, radio groups, ticks, choices, buttons.

Found by regular expressions over our own well-formed markup: a tenth of the time of a real parser.
"""

import re
from dataclasses import dataclass, field
from html import unescape

FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.DOTALL)
CONTROL = re.compile(r"<(input|button|textarea)\b([^>]*)>|<select\b([^>]*)>(.*?)</select>", re.DOTALL)
OPTION = re.compile(r"<option\b([^>]*)>")
ATTRIBUTE = re.compile(r"([\w:-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")


@dataclass
class Form:
    """One form: what it sends untouched, and what a person may choose."""

    action: str
    method: str
    fixed: list[tuple[str, str]] = field(default_factory=list)  # hidden and text fields, chosen options, set ticks
    radios: dict[str, list[str]] = field(default_factory=dict)  # name: values on offer
    checked: dict[str, str] = field(default_factory=dict)  # name: radio chosen when the page came
    selects: dict[str, list[str]] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)

    def fill(self, chosen: dict[str, str], button: tuple[str, str] | None = None) -> list[tuple[str, str]]:
        """Return the fields to send. ``chosen`` names radios and selects; a button is pressed if it is on the form.

        Raises KeyError if the form does not offer what is chosen.
        """
        offered = self.radios | self.selects
        for name, value in chosen.items():
            if value not in offered.get(name, []):
                raise KeyError(f"{self.action}: {name}={value} is not on offer")
        values = dict(self.checked) | chosen
        sent = [(name, value) for name, value in self.fixed if name not in values] + list(values.items())
        if button is not None and button not in self.buttons:
            raise KeyError(f"{self.action}: there is no button {button}")
        return sent + ([button] if button else [])


def attributes(text: str) -> dict[str, str]:
    """Return the attributes of a tag; those without value are empty strings."""
    found = ATTRIBUTE.findall(text)
    return {name: unescape(double or single or bare) for name, double, single, bare in found}


def forms(html: str, path: str) -> list[Form]:
    """Return all forms of a page; ``path`` is its address, to which a form without action is sent."""
    return [_form(head, inner, path) for head, inner in FORM.findall(html)]


def form_to(html: str, path: str, part: str) -> Form:
    """Return the page's first post form whose action contains ``part``. Raises LookupError if there is none."""
    for form in forms(html, path):
        if form.method == "post" and part in form.action:
            return form
    raise LookupError(f"{path}: there is no form to {part}")


def _form(head: str, inner: str, path: str) -> Form:
    told = attributes(head)
    form = Form(told.get("action") or path, told.get("method", "get").lower())
    for tag, text, select, options in CONTROL.findall(inner):
        if select:
            _add_select(form, attributes(select), options)
        else:
            _add_control(form, tag, attributes(text))
    return form


def _add_control(form: Form, tag: str, told: dict[str, str]) -> None:
    name, value, kind = told.get("name", ""), told.get("value", ""), told.get("type", "text")
    if tag == "button" or kind == "submit":
        form.buttons.append((name, value))
    elif not name or "disabled" in told:
        return
    elif kind == "radio":
        form.radios.setdefault(name, []).append(value)
        if "checked" in told:
            form.checked[name] = value
    elif kind != "checkbox" or "checked" in told:
        form.fixed.append((name, value))


def _add_select(form: Form, told: dict[str, str], options: str) -> None:
    found = [attributes(option) for option in OPTION.findall(options)]
    if not (name := told.get("name", "")) or not found:
        return
    form.selects[name] = [option.get("value", "") for option in found]
    selected = [option for option in found if "selected" in option] or found
    form.fixed.append((name, selected[0].get("value", "")))
