"""Check the scripts of the page: their tests, and, where `npm ci --prefix tools/javascript` was run, types and style.

Nothing of Node is needed to run the program, so where it is missing this says so and goes on.
"""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
TOOLS = Path("tools/javascript")
PROGRAMS = TOOLS / "node_modules" / ".bin"
OLDEST = 20  # the first version of Node with `node --test` and its timers


def find_commands() -> list[list[str]]:
    """The commands that can be run here, after a word on each that cannot."""
    node = shutil.which("node")
    if node is None:
        print("node is not installed: the scripts of the page are not checked")
        return []
    version = subprocess.run([node, "--version"], check=True, capture_output=True, text=True).stdout.strip()
    if int(version.removeprefix("v").split(".")[0]) < OLDEST:
        print(f"node is {version}, older than {OLDEST}: the scripts of the page are not checked")
        return []
    tests = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests/javascript").glob("*.test.js"))
    commands = [[node, "--test", "--test-reporter", "dot", *tests]]
    if not (ROOT / PROGRAMS / "eslint").exists():
        print(f"types and style of the scripts are not checked; `npm ci --prefix {TOOLS}` installs what does")
        return commands
    style = [str(PROGRAMS / "eslint"), "-c", str(TOOLS / "eslint.config.js")]
    places = ["timeline/screen", "timeline/typeface", "tests/javascript"]
    return [*commands, [*style, *places], [str(PROGRAMS / "tsc"), "-p", str(TOOLS)]]


def main() -> int:
    """The number of commands that found something."""
    return sum(subprocess.run(command, cwd=ROOT, check=False).returncode != 0 for command in find_commands())


if __name__ == "__main__":
    sys.exit(main())
