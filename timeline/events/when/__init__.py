"""A candidate in its sentence -> when the text says it was."""
