"""A workspace on disk: documents and the corrections readers made, which are replayed on whatever is read anew.

Steps are only ever appended, undo and redo among them; nothing that was written is changed or lost. It reads no
document, draws nothing and knows no clock: whoever records a step says when it was.
"""
