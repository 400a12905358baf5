"""What ownership files say: their entries as written, and the register they make together."""
