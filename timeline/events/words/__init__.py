"""Word lists: verbs, nouns, kinds of event, small words and tags. Data only."""
