"""Rules of programmes in plain Python: what collides, and what changed between two versions."""
