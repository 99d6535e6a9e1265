"""Every error the package raises on purpose.

```
TimelineError
├── DocumentError   a path or text that cannot be read as a document        (ValueError)
├── DateError       a date that someone typed and that cannot be read       (ValueError)
├── TableError      a table whose row, column or value does not hold        (ValueError)
├── DrawingError    a view, size or purpose that cannot be drawn            (ValueError)
├── MissingError    a part of the package that is not installed             (ImportError)
├── ModelError      a name finder that is unknown or cannot be loaded       (ValueError)
├── FormatError     a file format that is unknown or cannot be written      (ValueError)
├── ClusterError    a cluster that cannot be reached, or breaks off         (OSError)
└── WorkspaceError  a workspace that cannot be opened, read or written      (OSError)
```

Messages are lower case, quote the offending value, name what is allowed and say what to do next.
Only `cli` and `screen` catch `TimelineError`. Finding nothing is never an error.
"""

__all__ = [
    "ClusterError",
    "DateError",
    "DocumentError",
    "DrawingError",
    "FormatError",
    "MissingError",
    "ModelError",
    "TableError",
    "TimelineError",
    "WorkspaceError",
]


class TimelineError(Exception):
    """Anything this package refuses to do."""


class DocumentError(TimelineError, ValueError):
    """A path or text that cannot be read as a document."""


class DateError(TimelineError, ValueError):
    """A date that someone typed and that cannot be read."""


class TableError(TimelineError, ValueError):
    """A table whose row, column or value does not hold."""


class DrawingError(TimelineError, ValueError):
    """A view, size or purpose that cannot be drawn."""


class FormatError(TimelineError, ValueError):
    """A file format that is unknown or cannot be written."""


class ClusterError(TimelineError, OSError):
    """A cluster that cannot be reached, or breaks off."""


class MissingError(TimelineError, ImportError):
    """A part of the package that is not installed."""


class ModelError(TimelineError, ValueError):
    """A name finder that is unknown or cannot be loaded."""


class WorkspaceError(TimelineError, OSError):
    """A workspace that cannot be opened, read or written."""
