"""From an answer to a document: what is said, in which order and in which words."""
