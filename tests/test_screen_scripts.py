"""The scripts of the page: modules that become one script, without a name given twice or a line left behind."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from timeline.screen.view.scripts import SCRIPTS, join_modules

ROOT = Path(__file__).parents[1]
PICTURE = SCRIPTS.parent / "picture" / "picture.js"
ENTRIES = [SCRIPTS / "view.js", SCRIPTS / "plotly.js", PICTURE]
MODULES = [*sorted(SCRIPTS.glob("*.js")), PICTURE, ROOT / "timeline" / "typeface" / "typeface.js"]
TOP = re.compile(
    r"^(?:export )?(?:default )?(?:async )?(?:function|class|const|let|var) (?:\{[^}]*\}|(\w+))", re.MULTILINE
)

needs_node = pytest.mark.skipif(not shutil.which("node"), reason="node is not installed")


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda path: path.stem)
def test_no_name_is_given_twice(entry):
    """In one script two modules' names would be one."""
    names = TOP.findall(join_modules(entry))
    assert names
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda path: path.stem)
def test_nothing_of_the_modules_is_left(entry):
    """No import is left, and of the exports only the one that Streamlit calls."""
    joined = join_modules(entry)
    assert not re.search(r"^import\b", joined, re.MULTILINE)
    assert len(re.findall(r"^export\b", joined, re.MULTILINE)) == len(
        re.findall(r"^export default\b", joined, re.MULTILINE)
    )


def test_every_module_is_in_the_script_once():
    """A module that nothing imports would be shipped and never run."""
    joined = join_modules(*ENTRIES)
    for module in MODULES:
        [first] = [line for line in module.read_text("utf-8").splitlines() if line.startswith(("export", "function"))][
            :1
        ]
        assert joined.count(first.removeprefix("export ").removeprefix("default ")) == 1, module.name


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_every_module_is_typed(module):
    """The type checker looks at each, and each name that a module uses of another is one that it exports."""
    text = module.read_text("utf-8")
    assert text.startswith("// @ts-check\n")
    for names, path in re.findall(r'^import \{ ([^}]*) \} from "([^"]+)";$', text, re.MULTILINE):
        exported = (module.parent / path).read_text("utf-8")
        for name in names.split(", "):
            assert re.search(rf"^export (?:async )?(?:function|class|const) {name}\b", exported, re.MULTILINE), name


@needs_node
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda path: path.stem)
def test_the_script_is_one_that_a_browser_takes(entry, tmp_path):
    """It parses as a module."""
    script = tmp_path / "script.mjs"
    script.write_text(join_modules(entry), "utf-8")
    subprocess.run(["node", "--check", script], check=True)
