"""What must hold in the library, in plain Python."""
