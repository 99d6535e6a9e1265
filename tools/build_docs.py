"""Builds `site/`: the pages of `docs/` and, from the docstrings, an API page. Nothing is fetched.

python tools/build_docs.py [FOLDER]
"""

import subprocess
import sys
from pathlib import Path

import pdoc

import timeline

ROOT = Path(__file__).parents[1]
PUBLIC = ("timeline", "timeline.dates", "timeline.table", "timeline.formats", "timeline.vocabulary", "timeline.errors")
"""What others may call; what is private is told in its own docstrings."""


def build_pages(site: Path) -> None:
    """The pages of `docs/`; MkDocs empties the folder first."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(site)]
    subprocess.run(command, cwd=ROOT, check=True)


def build_api(folder: Path) -> None:
    """A page for each module of `PUBLIC`."""
    for name in timeline.__all__:  # fetched on first use, and pdoc uses nothing
        setattr(timeline, name, getattr(timeline, name))
    pdoc.render.configure(docformat="numpy")
    pdoc.pdoc(*PUBLIC, output_directory=folder)


if __name__ == "__main__":
    target = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "site").absolute()
    build_pages(target)
    build_api(target / "api")
