"""What happens: documents are built, selections kept."""
