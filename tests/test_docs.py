"""README and pages tell the truth: every command and option stands in them, and what they show is what comes out."""

import ast
import importlib
import os
import re
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path

import click
import pytest

import timeline
from timeline import cli, errors
from timeline.formats import SUFFIXES

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
TEXT = "\n".join(page.read_text("utf-8") for page in PAGES)
EVERYWHERE = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
SERVES = re.compile(
    r"(?:make run|make test|timeline(?: app\b.*)?|git clone .*|cd .*)$"
)  # ends by hand, or is the suite itself


def blocks(language):
    """The fenced blocks of one language, in order."""
    return re.findall(rf"^```{language}\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)


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
    for name in ("seeds", "data", "examples"):
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


def test_the_pages_show_commands_and_python():
    """There is a command with its output and a Python example, so that the tests below test something."""
    assert any(output for _, output in sessions())
    assert blocks("python")


def test_commands_print_what_the_pages_show(folder):
    """Every command in README and pages runs, one after the other, and prints what stands below it."""
    for command, shown in sessions():
        if SERVES.match(command):
            continue
        done = run(folder, command)
        assert done.returncode == 0, f"$ {command}\n{done.stdout}"
        assert not shown or matches(shown, done.stdout), f"$ {command}\n{done.stdout}"


def test_python_runs_as_the_pages_show(folder):
    """Every Python block runs as it stands; what a comment after ``print`` promises is what it prints."""
    for block in blocks("python"):
        done = run(folder, [sys.executable, "-c", block])
        assert done.returncode == 0, f"{block}\n{done.stdout}"
        for promise in re.findall(r"^\s*print\(.*\)\s+# (.+)$", block, re.MULTILINE):
            assert promise in done.stdout, f"{block}\n{done.stdout}"


@pytest.mark.parametrize("name", ["", *cli.main.commands])
def test_every_command_and_option_is_documented(name):
    """Every command and every option a reader can type is named in README or pages."""
    command = cli.main.commands[name] if name else cli.main
    assert f"timeline {name}".strip() in TEXT
    for option in command.params:
        if isinstance(option, click.Option) and option.name != "version":
            assert any(re.search(rf"(?<![\w-]){opt}(?![\w-])", TEXT) for opt in option.opts), option.opts


@pytest.mark.parametrize("name", timeline.__all__)
def test_every_public_name_is_documented(name):
    """Every public name stands in README or pages and has a docstring."""
    assert getattr(timeline, name).__doc__
    assert re.search(rf"\b{name}\b", TEXT)


@pytest.mark.parametrize(
    "name", ["dates", "formats", "layout", "table", "store", "documents", "actors", "events", "figure"]
)
def test_every_public_function_has_a_docstring(name):
    """What a package of the road makes public says what the caller gets."""
    module = importlib.import_module(f"timeline.{name}")
    for public in module.__all__:
        thing = getattr(module, public)
        assert not callable(thing) or (thing.__doc__ or "").strip(), f"timeline.{name}.{public}"


SHARED = {"read", "write", "export"}
"""What each format has; and the command `export` with the function it calls."""


def test_no_two_modules_share_a_public_name():
    """One name for one thing: who reads a name elsewhere need not ask which of two is meant."""
    found = Counter(
        statement.name
        for path in (ROOT / "timeline").rglob("*.py")
        for statement in ast.parse(path.read_text("utf-8")).body
        if isinstance(statement, ast.FunctionDef | ast.ClassDef) and not statement.name.startswith("_")
    )
    assert {name for name, modules in found.items() if modules > 1} <= SHARED


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_every_format_is_documented(suffix):
    """Every format a timeline can be written in is named in README or pages."""
    assert suffix in TEXT


def test_the_readme_fits_one_screen():
    """What it is, how to start it and how good it is: more stands in the pages."""
    assert len(PAGES[0].read_text("utf-8").splitlines()) <= 75


@pytest.mark.parametrize("page", EVERYWHERE, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_and_path_leads_somewhere(page):
    """What a page links to is there, and so is every file of the project that it names."""
    text = page.read_text("utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert not [link for link in links if not (page.parent / link).exists()]
    named = re.findall(r"`((?:timeline|tests|data|docs|tools|seeds|examples)/[\w./*-]+)`", text)
    assert not [path for path in named if not list(ROOT.glob(path))]


def test_every_decision_is_listed():
    """The list of decisions names every record, in order."""
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\]\((\d\d-[\w-]+\.md)\)", (folder / "README.md").read_text("utf-8"))
    assert listed == sorted(path.name for path in folder.glob("[0-9]*.md"))


def modules_in(folder):
    """The names of modules and packages in a folder of the package."""
    paths = [path for path in folder.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()]
    return {path.stem for path in paths if not path.stem.startswith("_")}


def first_column(text):
    """The names in the first column of the tables of `text`; a cell may name several."""
    cells = re.findall(r"^\| (`[^|]+`) \|", text, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`(\w+)/?`", cell)}


TABLES = [path for path in sorted((ROOT / "timeline").rglob("__init__.py")) if "\n|---" in path.read_text("utf-8")]


def test_the_road_names_exactly_the_modules_there_are():
    """The table in ARCHITECTURE and the contract in `pyproject.toml` have each module of the package, and no other."""
    page = (ROOT / "docs" / "ARCHITECTURE.md").read_text("utf-8")
    road = page[page.index("## The road") : page.index("## The glossary")]
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"][0]
    layers = [name for layer in contract["layers"] for name in layer.split(" | ")]
    assert first_column(road) == modules_in(ROOT / "timeline") == set(layers)


@pytest.mark.parametrize("package", TABLES, ids=lambda path: path.parent.name)
def test_a_package_table_names_exactly_its_modules(package):
    """The table in a package's docstring has each of its modules, and no other."""
    docstring = ast.get_docstring(ast.parse(package.read_text("utf-8")))
    assert first_column(docstring) == modules_in(package.parent)


def test_every_error_is_in_the_tree():
    """The tree drawn in `timeline.errors` has every error, with the builtin it also is."""
    for name in errors.__all__[:]:
        error = getattr(errors, name)
        if error is not errors.TimelineError:
            [also] = [base.__name__ for base in error.__bases__ if base is not errors.TimelineError]
            assert re.search(rf"── {name}\s.*\({also}\)$", errors.__doc__, re.MULTILINE), name
