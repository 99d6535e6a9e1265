"""What works without the libraries of the extras, and what is said where one of them is needed."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from timeline.errors import MissingError
from timeline.extras import EXTRAS, name_extra

ROOT = Path(__file__).parents[1]
WITHOUT = f"import sys; sys.modules.update(dict.fromkeys({list(EXTRAS)}))\n"  # None there makes an import fail


def python(code: str, *arguments: str) -> subprocess.CompletedProcess:
    """What Python says to `code` where none of the libraries can be imported."""
    command = [sys.executable, "-c", WITHOUT + code, *arguments]
    return subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False)


def test_dates_are_found_without_any_extra():
    """Whoever only finds dates needs neither Streamlit nor Plotly."""
    done = python("from timeline.dates import find_dates; print(find_dates('on 14 July 2025')[0].first)")
    assert done.stdout.strip() == "2025-07-14", done.stderr


@pytest.mark.parametrize("suffix", [".csv", ".json", ".xlsx", ".parquet", ".md", ".ics", ".docx"])
def test_tables_are_built_without_any_extra(suffix, tmp_path):
    """Documents go in and tables and texts come out by the command line."""
    out = tmp_path / f"made{suffix}"
    done = python("from timeline.cli import main; main()", "build", "examples/flood", "--no-cache", "-o", str(out))
    assert done.returncode == 0, done.stderr
    assert out.stat().st_size


@pytest.mark.parametrize(
    ("arguments", "extra"),
    [
        (("build", "examples/flood", "--no-cache", "-o", "{}/made.pptx"), "slides"),
        (("build", "examples/flood", "--no-cache", "-o", "{}/made.png"), "pictures"),
        (("build", "examples/flood", "--no-cache", "-o", "{}/made.html"), "pictures"),
        (("app",), "app"),
    ],
)
def test_what_is_missing_is_named_with_what_to_install(arguments, extra, tmp_path):
    """The command ends with one line that names the extra, and exit code 1."""
    done = python("from timeline.cli import main; main()", *(word.format(tmp_path) for word in arguments))
    assert done.returncode == 1
    assert done.stderr.strip().endswith(f"pip install 'briefing-timeline[{extra}]'")


def test_another_missing_library_is_no_extra():
    """An import that fails for another reason keeps its own error."""
    with pytest.raises(ModuleNotFoundError) as caught, name_extra("a part"):
        raise ModuleNotFoundError("No module named 'surely_not'", name="surely_not")
    assert not isinstance(caught.value, MissingError)


def test_every_extra_is_declared():
    """The extras named in messages are those of `pyproject.toml`, and `all` holds every one of them."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert set(EXTRAS.values()) == set(declared) - {"all"}
    assert declared["all"] == [f"briefing-timeline[{','.join(sorted(set(EXTRAS.values())))}]"]
