"""A browser that cannot start, hangs or dies costs one picture and some seconds, never the lock or the next picture."""

import asyncio
import stat
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pytest

from timeline.errors import FormatError
from timeline.formats import browser, picture, render
from timeline.table import from_frame

TABLE = from_frame(pd.DataFrame({"title": ["Ban"], "start": ["2025-07-14"]}))


@pytest.fixture(autouse=True)
def _cold():
    """No browser before or after."""
    browser._put_away()
    yield
    browser._put_away()


def program(folder: Path, body: str) -> str:
    """A program in the place of Chrome."""
    path = folder / "chrome"
    path.write_text(f"#!{sys.executable}\nimport os, subprocess, sys, time\n{body}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@pytest.mark.parametrize(
    ("body", "said", "wait"),
    [
        ("sys.exit(1)", "ended|closed|seemed to close", 9),
        ("time.sleep(600)", "did not answer within 1 seconds", 1),
        ("os.write(4, b'no protocol\\0'); time.sleep(600)", "", 1),
    ],
    ids=["cannot start", "hangs", "speaks nonsense"],
)
def test_a_browser_that_does_not_start_is_an_error_in_seconds(monkeypatch, tmp_path, body, said, wait):
    """What stands in the place of Chrome is put away, and its processes are gone."""
    chrome = program(tmp_path, body)
    monkeypatch.setattr(picture, "find_chrome", lambda: chrome)
    monkeypatch.setattr(browser, "LONGEST_START", wait)
    start = time.monotonic()
    with pytest.raises(FormatError, match=rf"(?s)the browser could not draw the \.png: .*{said}.*; try \.html"):
        render(TABLE, "png")
    assert time.monotonic() - start < 20
    assert not browser._ONE_AT_A_TIME.locked()
    assert not running(chrome)


@pytest.mark.browser
def test_a_browser_that_dies_midway_is_replaced(monkeypatch, tmp_path):
    """The picture over which it dies is an error in seconds, and the next one is drawn by another."""
    render(TABLE, "png")
    process = browser._warm[0]._drawing.subprocess

    async def die(*_: object, **__: object) -> None:
        process.kill()
        await asyncio.sleep(600)

    monkeypatch.setattr(browser._warm[0]._drawing, "calc_fig", die)
    start = time.monotonic()
    with pytest.raises(FormatError, match="it ended"):
        render(TABLE, "png")
    assert time.monotonic() - start < 15
    assert render(TABLE, "png").startswith(b"\x89PNG")


@pytest.mark.parametrize(("root", "sandbox"), [(True, False), (False, True)])
def test_only_root_draws_without_a_sandbox(monkeypatch, tmp_path, root, sandbox):
    """A page may read neither files nor other pages, and is in a sandbox wherever Chromium allows one."""
    chrome = program(tmp_path, f"open({str(tmp_path / 'options')!r}, 'w').write(' '.join(sys.argv)); sys.exit(1)")
    monkeypatch.setattr(picture, "find_chrome", lambda: chrome)
    monkeypatch.setattr(browser, "_is_root", lambda: root)
    with pytest.raises(FormatError):
        render(TABLE, "png")
    options = (tmp_path / "options").read_text().split()
    assert ("--no-sandbox" not in options) is sandbox
    assert not {"--disable-web-security", "--allow-file-access-from-files"} & set(options)


def running(program: str) -> list[str]:
    """The processes of a program."""
    listed = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    return [line for line in listed.splitlines() if program in line]
