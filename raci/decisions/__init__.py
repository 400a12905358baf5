"""What a decision changes in which file: an overlap settled, a thing renamed, a word taught.

From the graph and what people said to changes by file. Nothing is written here, nor asked.
"""
