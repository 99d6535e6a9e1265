"""Check that the image and `compose.yaml` start, by Docker where it runs, else by the same commands without it.

Without Docker the build's commands run in a copy of what the image is built from, and the start-up command runs there
with the image's variables and those of `compose.yaml`, as a user who is not root, beside a PostgreSQL of the tests.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

from ruamel.yaml import YAML

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
COMPOSE = YAML(typ="safe").load(ROOT / "compose.yaml")
SAID = {
    "TIMELINE_URL": "http://localhost:8501/desk",
    "TIMELINE_OWNERS": "anna@desk.example",
    "TIMELINE_OIDC_ISSUER": "https://id.example",
    "TIMELINE_OIDC_CLIENT": "desk",
    "TIMELINE_OIDC_SECRET": "not so secret",
    "TIMELINE_COOKIE_SECRET": "a long random text of a check",
    "POSTGRES_PASSWORD": "another one",
}
"""What whoever runs the server writes into `.env`."""
PATIENCE = 120  # seconds until the server is healthy


def read_instructions(name: str) -> list[str]:
    """What the Dockerfile says in its lines that begin with `name`."""
    return re.findall(rf"^{name} (.+)$", DOCKERFILE, re.MULTILINE)


def read_command(line: str) -> list[str]:
    """The command of a line in exec form."""
    return list(json.loads(line[line.index("[") :]))


def main() -> int:
    """Check by Docker or without; 0 where the server starts and is healthy."""
    docker = shutil.which("docker")
    if docker and all(answers([docker, *words]) for words in (["info"], ["compose", "version"])):
        check_with_docker(docker)
        print("checked with Docker")
    else:
        check_without_docker()
        print("Docker does not run here: checked by the same commands without it")
    return 0


def answers(command: list[str]) -> bool:
    """Whether the command is there and does what it is for."""
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def check_with_docker(docker: str) -> None:
    """Build and start both services, and wait until they are healthy."""
    command = [docker, "compose", "--project-name", "timeline-check"]
    told = {"cwd": ROOT, "env": os.environ | SAID}
    try:
        subprocess.run([*command, "up", "--build", "--wait"], check=True, **told)
        subprocess.run([*command, "exec", "app", "sh", "-c", "test $(id -u) != 0"], check=True, **told)
    finally:
        subprocess.run([*command, "down", "--volumes"], check=False, **told)


def check_without_docker() -> None:
    """Do what the Dockerfile and `compose.yaml` say, in a folder that goes afterwards."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="container-")))
        folder.chmod(0o755)
        app = build(folder)
        address = stack.enter_context(start_database())
        environment = make_environment(folder, app, address)
        stack.enter_context(start_server(environment, folder))
        wait_until_healthy(environment)


def build(folder: Path) -> Path:
    """The folder `/app` of the image, made by its own command."""
    app = folder / "app"
    allowed = [line[1:] for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line[0] == "!"]
    for name in allowed:
        source, target = ROOT / name, app / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copytree(source, target) if source.is_dir() else shutil.copy(source, target)
    command = next(line for line in read_instructions("RUN") if line.startswith("uv sync")).split()
    uv = shutil.which("uv") or str(Path(sys.executable).parent / "uv")
    # As the image, of a Python that the server's user may run, too.
    python = [] if os.geteuid() else ["--python", "/usr/bin/python3"]
    without = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    subprocess.run([uv, *command[1:], "--quiet", *python], cwd=app, env=without, check=True)
    return app


@contextmanager
def start_database() -> Iterator[str]:
    """The address of an empty schema in a PostgreSQL of the tests' own."""
    import database  # noqa: PLC0415  the tests' own
    import programs  # noqa: PLC0415

    place = programs.find_database()
    if place is None:
        raise SystemExit(programs.DATABASE.missing)
    with database.start_database(place) as new_schema:
        address = new_schema()
        Path(re.findall(r"host=([^&]+)", address)[0]).chmod(0o711)  # the server's user reaches the socket in it
        yield address


def make_environment(folder: Path, app: Path, address: str) -> dict[str, str]:
    """The variables of the image and of `compose.yaml`, with our places in place of theirs."""
    found = dict(re.findall(r"(\w+)=(\S+)", " ".join(read_instructions("ENV"))))
    found |= {name: str(value) for name, value in COMPOSE["services"]["app"]["environment"].items()}
    for name, value in found.items():
        told = re.sub(r"\$\{(\w+)(?::\?[^}]*)?\}", lambda named: SAID[named[1]], value)
        found[name] = (
            told.replace("/app/", f"{app}/").replace("/data", f"{folder}/data").replace("$PATH", "/usr/bin:/bin")
        )
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    return found | {"TIMELINE_WORKSPACE": address, "TIMELINE_PORT": port}


@contextmanager
def start_server(environment: dict[str, str], folder: Path) -> Iterator[None]:
    """The image's start-up command, as its user, in a folder of his own."""
    user = {} if os.geteuid() else {"user": int(read_instructions("USER")[0]), "group": 65534, "extra_groups": []}
    data = folder / "data"
    data.mkdir(mode=0o700)
    if user:
        os.chown(data, user["user"], 65534)
    command = read_command(read_instructions("ENTRYPOINT")[0])
    program = shutil.which(command[0], path=environment["PATH"])
    if program is None:
        raise SystemExit(f"{command[0]!r} is not in the image: see the Dockerfile's uv sync")
    with subprocess.Popen([program, *command[1:]], env=environment, cwd=data, **user) as server:
        try:
            yield
            if server.poll() is not None:
                raise SystemExit(f"the server ended with {server.returncode}")
        finally:
            server.terminate()


def wait_until_healthy(environment: dict[str, str]) -> None:
    """Ask as the image's HEALTHCHECK does, until it is content."""
    line = next(line for line in read_instructions("HEALTHCHECK"))
    command = read_command(line)
    command[0] = shutil.which(command[0], path=environment["PATH"]) or command[0]
    end = time.monotonic() + PATIENCE
    while subprocess.run(command, env=environment, check=False).returncode:
        if time.monotonic() > end:
            raise SystemExit(f"the server is not healthy after {PATIENCE} s")
        time.sleep(1)


if __name__ == "__main__":
    sys.exit(main())
