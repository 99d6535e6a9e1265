"""The wheel is complete: installed alone, away from the checkout, it builds the default briefing and opens the app."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*command: object, cwd: Path) -> str:
    """What `command` prints; its messages are shown where it fails."""
    done = subprocess.run([str(c) for c in command], cwd=cwd, capture_output=True, text=True, check=False, env=clean())
    assert done.returncode == 0, f"{command}: {done.stdout}\n{done.stderr}"
    return done.stdout


def clean() -> dict[str, str]:
    """The environment without what points back at the checkout."""
    return {k: v for k, v in os.environ.items() if k not in {"VIRTUAL_ENV", "PYTHONPATH"}}


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """The `bin` folder of a fresh environment in which only the wheel and what it needs are installed."""
    uv = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    assert uv, "uv is missing; make test installs it into .venv"
    home = tmp_path_factory.mktemp("wheel")
    run(uv, "build", "--wheel", "--quiet", "--out-dir", home, ROOT, cwd=home)
    run(
        uv,
        "export",
        "--quiet",
        "--frozen",
        "--no-dev",
        "--all-extras",
        "--no-emit-project",
        "--no-hashes",
        "-o",
        home / "needs.txt",
        cwd=ROOT,
    )
    run(uv, "venv", "--quiet", "--python", sys.executable, home / "venv", cwd=home)
    (wheel,) = home.glob("*.whl")
    python = home / "venv/bin/python"
    run(uv, "pip", "install", "--quiet", "--python", python, "-r", home / "needs.txt", cwd=home)
    run(uv, "pip", "install", "--quiet", "--python", python, "--no-deps", wheel, cwd=home)
    return python.parent


def test_wheel_builds_its_own_briefing(installed, tmp_path):
    """The seeds and the list of actors travel in the wheel, and the command line reads them."""
    seeds = run(
        installed / "python",
        "-c",
        "from timeline.shipped import find_shipped; print(find_shipped('seeds'))",
        cwd=tmp_path,
    ).strip()

    table = run(installed / "timeline", "build", seeds, "-o", "-", "--format", "csv", cwd=tmp_path)

    assert not Path(seeds).is_relative_to(ROOT)
    assert "2025-07-14" in table
    assert "Nvidia" in table


def test_wheel_holds_the_typeface_and_its_licence(installed):
    """Every file of the typeface is installed, and its licence beside them and among the package's licences."""
    (site,) = (installed.parent / "lib").glob("python*/site-packages")
    folder = Path("timeline/typeface/arimo")
    for path in (ROOT / folder).iterdir():
        assert (site / folder / path.name).read_bytes() == path.read_bytes()
    (licences,) = site.glob("briefing_timeline-*.dist-info/licenses")
    assert "SIL OPEN FONT LICENSE" in (licences / folder / "LICENSE").read_text("utf-8")


def test_wheel_opens_the_app(installed, tmp_path):
    """App, configuration and typeface travel in the wheel: it serves 127.0.0.1 and nothing else."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(installed / "timeline"), "app"]
    env = clean() | {"STREAMLIT_SERVER_PORT": str(port), "STREAMLIT_SERVER_HEADLESS": "true", "PYTHONUNBUFFERED": "1"}
    log = tmp_path / "log.txt"
    with log.open("w") as out, subprocess.Popen(command, cwd=tmp_path, env=env, stdout=out, stderr=out) as server:
        try:
            answer = wait_for(f"http://127.0.0.1:{port}/_stcore/health", server, log)
            face = f"http://127.0.0.1:{port}/typeface/arimo-latin-wght-normal.woff2?v=1"
            with urllib.request.urlopen(face, timeout=20) as served:
                typeface = served.read()
        finally:
            server.terminate()
            code = server.wait(20)

    assert answer == "ok"
    assert typeface.startswith(b"wOF2")
    assert code == 0, log.read_text()
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2)
    assert f"http://127.0.0.1:{port}" in log.read_text()


def wait_for(url: str, server: subprocess.Popen, log: Path) -> str:
    """What `url` answers once the server is up."""
    for _ in range(300):
        assert server.poll() is None, log.read_text()
        try:
            with urllib.request.urlopen(url, timeout=2) as answer:
                return answer.read().decode()
        except OSError:  # not there yet, or still starting
            time.sleep(0.2)
    pytest.fail(f"the app did not answer within a minute: {log.read_text()}")
