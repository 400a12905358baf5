"""What changed in meaning between two registers: what is the same in both, what is not, and whom to tell."""
