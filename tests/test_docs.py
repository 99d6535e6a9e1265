"""The README tells the truth: every command and option stands in it, and what it shows is what comes out."""

import importlib
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

import timeline
from timeline import cli
from timeline.formats import SUFFIXES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
SERVES = re.compile(
    r"(?:make run|make test|timeline(?: app\b.*)?|git clone .*|cd .*)$"
)  # ends by hand, or is the suite itself


def blocks(language):
    """The fenced blocks of one language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def sessions():
    """Each command of the ``console`` blocks with the output shown below it."""
    for block in blocks("console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = re.sub(r"\\\n\s*", "", part).partition("\n")
            yield command.strip(), output.rstrip()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder that holds what a checkout holds, for commands that write beside it."""
    path = tmp_path_factory.mktemp("readme")
    for name in ("seeds", "data"):
        (path / name).symlink_to(ROOT / name)
    return path


def run(folder, command):
    """What a reader sees in the terminal."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"PATH": path, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        shell=isinstance(command, str),
        text=True,
        check=False,
    )


def matches(shown, output):
    """Whether the output is what is shown, where ``...`` stands for anything left out."""
    pattern = re.escape(shown).replace(re.escape("..."), ".*")
    return re.fullmatch(pattern, "\n".join(line.rstrip() for line in output.strip("\n").splitlines()), re.DOTALL)


def test_the_readme_shows_commands_and_python():
    """The README has a command with its output and a Python example, so that the tests below test something."""
    assert any(output for _, output in sessions())
    assert blocks("python")


def test_commands_print_what_the_readme_shows(folder):
    """Every command in the README runs, one after the other, and prints what stands below it."""
    for command, shown in sessions():
        if SERVES.match(command):
            continue
        done = run(folder, command)
        assert done.returncode == 0, f"$ {command}\n{done.stdout}"
        assert not shown or matches(shown, done.stdout), f"$ {command}\n{done.stdout}"


def test_python_runs_as_the_readme_shows(folder):
    """Every Python block runs as it stands; what a comment after ``print`` promises is what it prints."""
    for block in blocks("python"):
        done = run(folder, [sys.executable, "-c", block])
        assert done.returncode == 0, f"{block}\n{done.stdout}"
        for promise in re.findall(r"^print\(.*\)\s+# (.+)$", block, re.MULTILINE):
            assert promise in done.stdout, f"{block}\n{done.stdout}"


@pytest.mark.parametrize("name", ["", *cli.main.commands])
def test_every_command_and_option_is_in_the_readme(name):
    """Every command and every option a reader can type is named in the README."""
    command = cli.main.commands[name] if name else cli.main
    assert f"timeline {name}".strip() in README
    for option in command.params:
        if isinstance(option, click.Option) and option.name != "version":
            assert any(re.search(rf"(?<![\w-]){opt}(?![\w-])", README) for opt in option.opts), option.opts


@pytest.mark.parametrize("name", timeline.__all__)
def test_every_public_name_is_documented(name):
    """Every public name stands in the README and has a docstring."""
    assert getattr(timeline, name).__doc__
    assert re.search(rf"\b{name}\b", README)


@pytest.mark.parametrize(
    "name", ["dates", "formats", "layout", "table", "store", "documents", "actors", "events", "figure"]
)
def test_every_public_function_has_a_docstring(name):
    """What a package of the road makes public says what the caller gets."""
    module = importlib.import_module(f"timeline.{name}")
    for public in module.__all__:
        thing = getattr(module, public)
        assert not callable(thing) or (thing.__doc__ or "").strip(), f"timeline.{name}.{public}"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_format_is_in_the_readme(suffix):
    """Every format a timeline can be written in is named in the README."""
    assert suffix in README
