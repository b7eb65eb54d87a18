"""What holds for dates and places, without the database."""
