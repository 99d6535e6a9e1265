"""The file this session works on.

| module | what it has |
|---|---|
| `current` | which workspace it is, what is in it, and the corrections made on it |
| `owned` | whose it is, and which others are the user's |
| `build` | what is opened, read and built once for all sessions |
"""
