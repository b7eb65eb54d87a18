"""What happens to programmes: released, picked, deleted."""
