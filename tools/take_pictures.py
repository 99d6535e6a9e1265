"""Takes the pictures of the README anew: the page, a slide, and a short animation of the way from articles to a story.

    python tools/take_pictures.py [--only page,animation,slide]

It opens the app on the default briefing in a browser of its own (found as the tests find it), with a workspace and a
cache that are thrown away. Pillow, which comes with the extra for slides, writes the animation.
"""

import argparse
import io
import os
import runpy
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
FINDER = runpy.run_path(str(ROOT / "tests/programs.py"))
SIZE = {"width": 1440, "height": 900}
WIDE = 1080  # pixels of the animation: what a README shows
LONGEST_START = 60  # seconds for the server to answer

STEPS: tuple[tuple[int, Callable[[Page], Any]], ...] = (
    (2200, lambda _: None),
    (1800, lambda page: page.locator(".st-key-actors button").first.click()),
    (1800, lambda page: page.locator(".tl-row").nth(3).click()),
    (1600, lambda page: page.locator(".st-key-clear button").click()),
    (2200, lambda page: page.get_by_role("radio", name="Who says what").click()),
    (400, lambda page: page.get_by_role("radio", name="Timeline").click()),
    (2000, lambda page: page.locator("[data-do=tell]").click()),
    (2000, lambda page: page.keyboard.press("ArrowRight")),
    (2400, lambda page: page.keyboard.press("ArrowRight")),
)
"""What is done one after the other, and how many milliseconds what it leads to is shown."""


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """The address of the app on the default briefing, until it is left."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = os.environ | {"TIMELINE_HOME": str(folder / "home"), "TIMELINE_CACHE": str(folder / "cache")}
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port", str(port)]
    command += ["--server.headless", "true"]
    with subprocess.Popen(command, cwd=ROOT, env=settings, stdout=subprocess.DEVNULL) as server:
        address = f"http://127.0.0.1:{port}"
        try:
            wait_for(f"{address}/_stcore/health")
            yield address
        finally:
            server.terminate()


def wait_for(address: str) -> None:
    """Return when `address` answers; an error after a minute."""
    until = time.monotonic() + LONGEST_START
    while True:
        try:
            urllib.request.urlopen(address, timeout=2).close()  # noqa: S310  our own server
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.3)
        else:
            return


def settle(page: Page) -> None:
    """Wait until the server is done and the page has drawn what it said."""
    page.wait_for_timeout(300)
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', state="attached")
    page.wait_for_function("() => document.querySelector('.tl')?.dataset.busy === 'no'")
    page.wait_for_timeout(700)


def take_page(page: Page) -> None:
    """The page as a user first sees it."""
    Image.open(io.BytesIO(page.screenshot())).convert("RGB").save(DOCS / "screen.png", optimize=True)


def take_animation(page: Page) -> None:
    """The steps, a frame each."""
    frames, times = [], []
    for shown, act in STEPS:
        act(page)
        settle(page)
        picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        frames.append(picture.resize((WIDE, WIDE * picture.height // picture.width), Image.Resampling.LANCZOS))
        times.append(shown)
    first, *others = frames
    first.save(DOCS / "story.webp", save_all=True, append_images=others, duration=times, loop=0, quality=72, method=6)


def take_slide() -> None:
    """A slide of the default briefing, as the exports make it."""
    from timeline.build import build_timeline  # noqa: PLC0415  what the other pictures do without
    from timeline.documents import read_documents  # noqa: PLC0415
    from timeline.formats import render  # noqa: PLC0415

    told = build_timeline(read_documents([str(ROOT / "seeds")]), title="Nvidia H20 sales to China")
    picture = Image.open(io.BytesIO(render(told, "png"))).convert("RGB")  # in our typeface, which widths are those of
    smaller = picture.resize((1280, 1280 * picture.height // picture.width), Image.Resampling.LANCZOS)
    smaller.save(DOCS / "slide.png", optimize=True)


def main() -> int:
    """Take the pictures that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="page,animation,slide", help="which, with commas between")
    asked = parser.parse_args().only.split(",")
    if "slide" in asked:
        take_slide()
    with tempfile.TemporaryDirectory() as folder, serve(Path(folder)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=FINDER["find_browser"](), args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE)
        page.goto(address)
        page.wait_for_selector(".tl-row")
        settle(page)
        for name, take in (("page", take_page), ("animation", take_animation)):
            if name in asked:
                take(page)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
