"""The ownership graph: built once from a register, and asked in the words of the domain."""
