"""From a lint report to text, one file a format. Nothing here prints.

The formats that are documents keep texts from files apart by the document's own escapes. The formats made
of lines do so by `plain_text`: what a file says never begins a line, and never looks like a command to
the service that shows the line.
"""
