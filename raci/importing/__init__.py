"""From cells to the entries of an ownership file: which table is a matrix, and what it says."""
