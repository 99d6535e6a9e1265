"""What works without the libraries of the extras, and what is said where one of them is needed."""

import json
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


COMMANDS = """
import contextlib, io, json, sys
from timeline.cli import main

def run(arguments):
    with contextlib.redirect_stderr(io.StringIO()) as said:
        try:
            main(arguments)
        except SystemExit as end:
            return end.code, said.getvalue()

json.dump([run(arguments) for arguments in json.load(sys.stdin)], sys.stdout)
"""
BUILT = (".csv", ".json", ".xlsx", ".parquet", ".md", ".ics", ".docx")
MISSED = {".pptx": "slides", ".png": "pictures", ".html": "pictures"}


def python(code: str, given: str = "") -> subprocess.CompletedProcess:
    """What Python says to `code` where none of the libraries can be imported."""
    command = [sys.executable, "-c", WITHOUT + code]
    return subprocess.run(command, cwd=ROOT, env=os.environ, input=given, capture_output=True, text=True, check=False)


def test_dates_are_found_without_any_extra():
    """Whoever only finds dates needs neither Streamlit nor Plotly."""
    done = python("from timeline.dates import find_dates; print(find_dates('on 14 July 2025')[0].first)")
    assert done.stdout.strip() == "2025-07-14", done.stderr


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """Where what can be built without extras is."""
    return tmp_path_factory.mktemp("made")


@pytest.fixture(scope="module")
def ended(made) -> dict[str, tuple[int, str]]:
    """By suffix, or name, the exit code of a command and what it said; one process runs them all."""
    outs = {suffix: ["build", "examples/flood", "-o", str(made / f"made{suffix}")] for suffix in (*BUILT, *MISSED)}
    commands = outs | {"app": ["app"]}
    done = python(COMMANDS, json.dumps(list(commands.values())))
    assert done.returncode == 0, done.stderr
    return dict(zip(commands, json.loads(done.stdout), strict=True))


@pytest.mark.parametrize("suffix", BUILT)
def test_tables_are_built_without_any_extra(suffix, ended, made):
    """Documents go in and tables and texts come out by the command line."""
    code, said = ended[suffix]
    assert code == 0, said
    assert (made / f"made{suffix}").stat().st_size


@pytest.mark.parametrize(("name", "extra"), (MISSED | {"app": "app"}).items())
def test_what_is_missing_is_named_with_what_to_install(name, extra, ended, made):
    """The command ends with one line that names the extra, and exit code 1."""
    code, said = ended[name]
    assert code == 1
    assert said.strip().endswith(f"pip install 'briefing-timeline[{extra}]'")
    assert not (made / f"made{name}").exists()


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
