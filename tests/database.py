"""A PostgreSQL of the tests' own: Debian's program on a socket in a folder that goes with it."""

import contextlib
import itertools
import os
import pwd
import signal
import subprocess
import tempfile
import time
from pathlib import Path

__all__ = ["start_database"]


@contextlib.contextmanager
def start_database(programs):
    """A function that gives the address of a new, empty schema, as long as the block lasts."""
    owner = {}
    with tempfile.TemporaryDirectory(prefix="pg-") as name:
        folder, data = Path(name), Path(name, "data")
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            user = next(name for name in ("postgres", "nobody") if name in {entry.pw_name for entry in pwd.getpwall()})
            os.chown(folder, pwd.getpwnam(user).pw_uid, -1)
            owner = {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": folder, **owner}
        subprocess.run(
            [f"{programs}/initdb", "-D", data, "-U", "desk", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
            check=True, **quiet,
        )  # fmt: skip
        settings = ("listen_addresses=", "fsync=off", "max_connections=200", "shared_buffers=16MB")
        with subprocess.Popen(
            [f"{programs}/postgres", "-D", data, "-k", folder, *(f"-c{setting}" for setting in settings)], **quiet
        ) as server:
            try:
                yield _wait_for_server(folder)
            finally:
                server.send_signal(signal.SIGINT)  # ends at once, whoever is still connected


def _wait_for_server(folder):
    import psycopg

    end = time.monotonic() + 20
    while True:
        try:
            psycopg.connect(host=str(folder), user="desk", dbname="postgres").close()
            break
        except psycopg.OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
    numbers = itertools.count()

    def address():
        schema = f"s{next(numbers)}"
        with psycopg.connect(host=str(folder), user="desk", dbname="postgres") as connection:
            connection.execute(f"CREATE SCHEMA {schema}")
        connection.close()
        return f"postgresql+psycopg://desk@/postgres?host={folder}&options=-csearch_path%3D{schema}"

    return address
