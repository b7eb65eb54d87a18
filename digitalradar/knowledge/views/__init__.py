"""Pages about the library besides the Wagtail pages themselves."""
