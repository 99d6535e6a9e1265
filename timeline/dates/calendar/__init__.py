"""Days as the calendar has them: spans, the standards they are written in, and what vague words mean in days."""
