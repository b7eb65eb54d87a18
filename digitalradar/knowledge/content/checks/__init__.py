"""What the editors demand of the library beyond its form. Each check takes the library and yields problems."""
