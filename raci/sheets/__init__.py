"""Cells out of files: spreadsheets, delimited text, Markdown, HTML, documents. Knows no RACI."""
