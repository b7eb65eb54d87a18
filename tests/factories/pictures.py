"""Makes small image files."""

from io import BytesIO

from PIL import Image


def png(width: int, height: int) -> BytesIO:
    """Return a grey PNG file of this size in pixels."""
    file = BytesIO()
    Image.new("RGB", (width, height), "grey").save(file, "PNG")
    file.seek(0)
    return file
