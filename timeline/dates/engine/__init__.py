"""What reads a text whatever its dates look like: tokens, grammar, matches, the words around, the style."""
