"""Text itself: how names are compared, and what must not act on whoever shows it."""
