"""What is read across the models of the library."""
