"""Files as they were at a revision: the one room that starts git."""
