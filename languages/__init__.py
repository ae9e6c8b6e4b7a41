"""A text in three languages: what stands in for a missing one, its state, its glossary and terms, how hard it reads."""
