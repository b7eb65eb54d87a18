"""The picture of a page, with what is on it and who gave it."""

from dataclasses import dataclass

from ..models import KnowledgePage

RENDITION = "width-800|format-webp"  # twice the width of a phone's column is plenty for the middle column


@dataclass(frozen=True)
class Picture:
    """``width`` and ``height`` in pixels, so that the text does not jump."""

    url: str
    width: int
    height: int
    alt: str
    rights: str


def picture(page: KnowledgePage) -> Picture | None:
    """Return the picture if there is one whose rights are clear."""
    if page.picture is None or not page.picture_alt or not page.picture_rights:
        return None
    image = page.picture.get_rendition(RENDITION)
    return Picture(image.url, image.width, image.height, page.picture_alt, page.picture_rights)
