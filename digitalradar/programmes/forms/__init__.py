"""What visitors send about programmes."""
