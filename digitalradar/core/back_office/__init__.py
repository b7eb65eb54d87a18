"""What screens of our own in the back office have in common, whatever app they belong to."""
