"""What people send about the library, checked."""
