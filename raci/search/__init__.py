"""From a question in people's words to the work it may be about."""
