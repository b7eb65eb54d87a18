"""What happens in groups: verbs with keyword arguments."""
