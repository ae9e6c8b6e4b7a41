"""Search: the right matter found by what people call it, in three languages at once."""
