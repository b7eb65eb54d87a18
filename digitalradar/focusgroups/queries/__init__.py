"""What is read across the models."""
