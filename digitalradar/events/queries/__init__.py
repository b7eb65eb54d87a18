"""What pages and screens read."""
