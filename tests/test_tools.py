"""What `tools/` writes: the pages without the network, and figures a release."""

import dataclasses
import os
import re
import runpy
import subprocess
import sys
from pathlib import Path

import programs
import pytest

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


@pytest.fixture
def told(monkeypatch, capsys):
    """Looks for programs as any user does, and gives the exit code and the lines that were said."""
    monkeypatch.setattr(os, "geteuid", lambda: 1, raising=False)
    monkeypatch.delenv("CI", raising=False)
    return lambda *sought: (programs.main(sought), capsys.readouterr().err.splitlines())


def test_a_program_of_the_tests_is_found_or_its_absence_said(told, monkeypatch, tmp_path):
    """Without a browser or a database their tests are skipped with one line each, and CI fails."""
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path / "none"))
    monkeypatch.setenv("PATH", str(tmp_path))
    absent = dataclasses.replace(programs.DATABASE, find=lambda: programs.find_database(tmp_path))
    lines = [programs.BROWSER.skipped, absent.skipped]
    assert (0, lines) == told(programs.BROWSER, absent)
    monkeypatch.setenv("CI", "true")
    assert (1, lines) == told(programs.BROWSER, absent)
    (tmp_path / "none").touch()
    for version in ("9", "15"):
        (tmp_path / version / "bin").mkdir(parents=True)
        (tmp_path / version / "bin" / "initdb").touch()
    found = [f"browser tests use {tmp_path / 'none'}", f"tests of shared workspaces use {tmp_path / '15' / 'bin'}"]
    assert (0, found) == told(programs.BROWSER, absent)


def test_programs_are_installed_one_by_one_as_root_alone(told, monkeypatch, tmp_path):
    """What one package lacks keeps no other from being installed; who is not root installs nothing."""
    log = tmp_path / "log"
    (tmp_path / "apt-get").write_text(f'#!/bin/sh\necho "$@" >> {log}\nexit 1\n')
    (tmp_path / "apt-get").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    absent = [dataclasses.replace(program, find=lambda: None) for program in programs.PROGRAMS]
    told(*absent)
    assert not log.exists()
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    told(*absent)
    assert ["update", "chromium", "postgresql"] == [line.split()[-1] for line in log.read_text().splitlines()]
