"""One module for each kind of date in words: a match and its context come in, a reading or None goes out."""
