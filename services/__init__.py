"""What help, for whom, how to apply; life situations; each points at offices."""
