"""Cells out of files (spreadsheets, CSV, Markdown, HTML, documents) and into workbooks. Knows no RACI."""
