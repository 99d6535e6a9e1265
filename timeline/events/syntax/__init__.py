"""Text -> sentences as read: tagged words, verb groups and clauses, with what stands where. It knows no events."""
