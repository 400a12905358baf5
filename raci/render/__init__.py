"""From a document, or an answer, to text. Nothing here prints."""
