"""Which names may stand for one thing."""
