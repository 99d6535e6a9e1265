"""The image and its companion, read as they stand; `make container` starts them."""

import re
import tomllib
from pathlib import Path

from ruamel.yaml import YAML

from timeline.cli import main
from timeline.health import find_health, is_alive

ROOT = Path(__file__).parents[1]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
SERVICES = YAML(typ="safe").load(ROOT / "compose.yaml")["services"]
SERVING = (ROOT / "docs" / "serving.md").read_text(encoding="utf-8")


def test_the_server_is_nobody_special():
    """It runs as a user without rights, who owns his data alone and gains no rights."""
    users = re.findall(r"^USER (.+)$", DOCKERFILE, re.MULTILINE)
    assert len(users) == 1
    assert int(users[0]) > 0
    assert SERVICES["app"]["cap_drop"] == ["ALL"]
    assert SERVICES["app"]["read_only"] is True


def test_nothing_is_open_to_the_network_but_through_a_proxy():
    """The page is published on this machine alone, the database not at all."""
    assert SERVICES["app"]["ports"] == ["127.0.0.1:8501:8501"]
    assert "ports" not in SERVICES["db"]


def test_what_is_secret_stands_in_no_file_of_ours():
    """Every such value comes from whoever runs the server, and nothing starts without it."""
    given = {**SERVICES["app"]["environment"], **SERVICES["db"]["environment"]}
    secret = {name: value for name, value in given.items() if re.search("SECRET|PASSWORD", name)}
    assert len(secret) == 4
    assert all(re.fullmatch(r"\$\{\w+:\?.*\}", value) for value in secret.values())


def test_every_variable_is_one_that_the_page_tells_of():
    """And `serve` or the login reads it."""
    read = {parameter.envvar for parameter in main.commands["serve"].params if parameter.envvar}
    login = set(re.findall(r"TIMELINE_\w+", (ROOT / "timeline/screen/visitor.py").read_text(encoding="utf-8")))
    for name in (name for name in SERVICES["app"]["environment"] if name.startswith("TIMELINE_")):
        assert name in read | login
        assert name in SERVING


def test_the_image_gets_what_the_package_is_built_from():
    """What the wheel carries from beside the package is let through to the build."""
    allowed = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert {name.split("/")[0] for name in wheel["force-include"]} <= allowed
    assert {"timeline", "pyproject.toml", "uv.lock"} <= allowed


def test_a_server_that_is_not_there_is_not_alive():
    """Nobody listens on the port of the tests' own making."""
    assert not is_alive(find_health({"TIMELINE_PORT": "9"}))
