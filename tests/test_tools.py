"""What `tools/` writes: the pages without the network, and figures a release."""

import re
import runpy
import subprocess
import sys
from pathlib import Path

import timeline

ROOT = Path(__file__).parents[1]


def test_the_pages_are_built_and_load_nothing_from_elsewhere(tmp_path):
    """`make docs` makes a page of every document and of every public name, none of which asks another server."""
    command = [sys.executable, str(ROOT / "tools" / "build_docs.py"), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    pages = {path.relative_to(tmp_path): path.read_text("utf-8") for path in tmp_path.rglob("*.html")}
    assert {Path("index.html"), Path("ARCHITECTURE/index.html"), Path("api/timeline.html")} <= set(pages)
    loads = (
        r"<(?:script|img|iframe)[^>]+src=[\"'](?:https?:)?//|<link[^>]+rel=[\"']stylesheet[^>]+href=[\"'](?:https?:)?//"
    )
    assert not [str(path) for path, text in pages.items() if re.search(loads, text)]
    assert all(f'id="{name}"' in pages[Path("api/timeline.html")] for name in timeline.__all__)


def test_a_release_has_one_section_of_figures():
    """Measuring a version again replaces its section; older releases stay below it."""
    tool = runpy.run_path(str(ROOT / "tools" / "write_figures.py"))
    page = tool["put"]("", "0.1.0", "## 0.1.0\n\nold\n")
    page = tool["put"](page, "0.2.0", "## 0.2.0\n\nnext\n")
    page = tool["put"](page, "0.2.0", "## 0.2.0\n\nagain\n")
    assert re.findall(r"^## (.+)\n\n(.+)$", page, re.MULTILINE) == [("0.2.0", "again"), ("0.1.0", "old")]
    assert page.startswith(tool["HEAD"].strip())
