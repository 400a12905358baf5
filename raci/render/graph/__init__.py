"""From a graph to text that other programs draw, one file a form."""
