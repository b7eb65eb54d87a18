"""Text for files that are XML: what is pasted from slides may hold characters for which XML 1.0 has no place."""

import re

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # https://www.w3.org/TR/xml/#charsets


def xml_text(text: str) -> str:
    """Return the text with a blank in place of each such character, line breaks of slides among them."""
    return NOT_IN_XML.sub(" ", text)
