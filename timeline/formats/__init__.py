"""A timeline -> files, and tables -> a timeline: one small file a format, one lookup.

A format is a suffix with a `write` and, for tables, a `read`. Nothing is computed here that another module owns: the
events to show are picked by `table`, positions by `layout`, the chart by `figure`. No format asks the network for
anything, and text that came from a document is escaped by each format in its own way.
"""

from timeline.formats.export import export, parse, read_table, render, write_file
from timeline.formats.lookup import FORMATS, SUFFIXES, Format, Preview

__all__ = ["FORMATS", "SUFFIXES", "Format", "Preview", "export", "parse", "read_table", "render", "write_file"]
