"""The chart as a bitmap for slides and documents, twice as fine as a screen."""

from timeline.formats.picture import make_picture_writer

__all__ = ["write"]

write = make_picture_writer("png", scale=2.0)
