"""From a matrix and a register to what differs, as changes to the files. Nothing is written or asked here."""
