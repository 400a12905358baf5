"""The linter: from what was read to what is to be reported."""
