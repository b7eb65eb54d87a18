"""The peer: the same texts as ordinary Wagtail pages, found with Wagtail's own search."""
