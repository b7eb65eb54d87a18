"""The four levels of confidentiality in order. Pure."""

ORDER = ("session", "group", "anonymous", "public")


def is_more_public(new: str, old: str) -> bool:
    """Whether a level lets more people read than another one."""
    return ORDER.index(new) > ORDER.index(old)
