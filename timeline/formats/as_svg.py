"""The chart as a vector graphic with real text."""

from timeline.formats.picture import picture_writer

__all__ = ["write"]

write = picture_writer("svg")
