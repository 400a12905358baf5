"""From files to a register: find, read, check and join them, with every problem's place."""
