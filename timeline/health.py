"""`python -m timeline.health`: whether a server on this machine takes pages, as its exit code, for whoever watches it.

It asks ``/_stcore/health``, below the path of ``TIMELINE_URL``.
"""

import os
import sys
import urllib.error
import urllib.request
from collections.abc import Mapping
from urllib.parse import urlsplit

__all__ = ["find_health", "is_alive"]

_PATIENCE = 5
"""Seconds; an answer takes milliseconds."""


def find_health(environ: Mapping[str, str] = os.environ) -> str:
    """The address that answers.

    Examples
    --------
    >>> find_health({"TIMELINE_URL": "https://desk.example/timeline"})
    'http://127.0.0.1:8501/timeline/_stcore/health'
    >>> find_health({"TIMELINE_PORT": "80"})
    'http://127.0.0.1:80/_stcore/health'
    """
    path = urlsplit(environ.get("TIMELINE_URL", "")).path.rstrip("/")
    return f"http://127.0.0.1:{environ.get('TIMELINE_PORT') or 8501}{path}/_stcore/health"


def is_alive(address: str) -> bool:
    """Whether there is an answer, and a good one."""
    try:
        with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310  an address of this machine
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


if __name__ == "__main__":
    sys.exit(not is_alive(find_health()))
