"""What people send: profile, answers, targets."""
