"""What editors, reviewers and publishers see of the library in the back office."""
