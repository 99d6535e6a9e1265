"""The command `timeline workspace`: what is done with the workspaces that the app keeps, without the app."""

import datetime as dt
from pathlib import Path

import click

from timeline.errors import WorkspaceError
from timeline.extras import require
from timeline.terminal import say
from timeline.wording import count_words

__all__ = ["check_address", "workspace"]


def check_address(address: str) -> None:
    """Nothing, if there is a workspace in the database at `address`, or one can be made there.

    Raises
    ------
    TimelineError
        Says what is wrong with the address, the server or what is there; or what to install.
    """
    require("a workspace", "app", "sqlalchemy")
    from timeline.store import Workspace, is_database  # noqa: PLC0415  its libraries are an extra

    if not is_database(address):
        raise WorkspaceError(f"{address!r}: no address of a database; give it as postgresql://USER@HOST/DATABASE")
    Workspace(address)


@click.group()
def workspace() -> None:
    """Move the workspaces that the app keeps."""


@workspace.command("copy")
@click.argument("source")
@click.argument("target")
def copy_workspace(source: str, target: str) -> None:
    """Copy the workspace SOURCE to the new TARGET: each a file, or a database as postgresql://USER@HOST/DATABASE."""
    require("a workspace", "app", "sqlalchemy")
    from timeline.store import Workspace  # noqa: PLC0415  its libraries are an extra

    copy = Workspace.import_file(source, target)
    documents, steps = len(copy.list_documents()), len(copy.list_steps())
    say(f"{count_words(documents, 'document')} and {count_words(steps, 'correction')} copied to {copy.store.name}")


@workspace.command("grant")
@click.argument("place")
@click.argument("who")
@click.argument("role", type=click.Choice(["owner", "editor", "viewer", "none"]))
def grant_role(place: str, who: str, role: str) -> None:
    """Let WHO (an e-mail address, or "everyone" who logs in) be owner, editor or viewer of the workspace at PLACE.

    That is for whoever runs the server; owners do it in the page. "none" takes away what somebody may.
    """
    require("a workspace", "app", "sqlalchemy")
    from timeline.store import Role, Workspace, give_role, is_database  # noqa: PLC0415  its libraries are an extra

    if not is_database(place) and not Path(place).is_file():
        raise WorkspaceError(f"{place!r}: there is no such workspace; give a file, or postgresql://USER@HOST/DATABASE")
    kept = Workspace(place)
    give_role(kept, who, Role.read(role), at=dt.datetime.now(dt.UTC))
    may = "nothing any more" if role == "none" else role
    say(f"{who}: {may}, in {kept.store.name}")
