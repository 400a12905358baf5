"""The workbook of `raci matrix -f xlsx`: the matrix to work in, overlaps, roles, and what it all means."""
