"""What happens in the library."""
