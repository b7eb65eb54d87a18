"""What happens: loading catalogues, running through them, showing results."""
