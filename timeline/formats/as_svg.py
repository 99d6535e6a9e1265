"""The chart as a vector graphic with real text."""

from timeline.formats.picture import make_picture_writer

__all__ = ["write"]

write = make_picture_writer("svg")
