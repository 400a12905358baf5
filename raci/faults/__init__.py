"""What can be wrong with ownership files."""
