"""Personal data in free text: found to be taken out before it is stored."""

import re

MASK = "***"
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*")
# Seven digits or more, as phone numbers are written; dates, amounts and post codes are shorter or have other signs.
PHONE = re.compile(r"(?<![\w.,])(?:\+|0|\(0)\d*(?:[ ()/-]{0,3}\d){6,14}(?!\w)")
IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b")


def masked(text: str) -> str:
    """Return ``text`` with e-mail addresses, phone and account numbers replaced by ``***``."""
    for pattern in (EMAIL, IBAN, PHONE):
        text = pattern.sub(MASK, text)
    return text
