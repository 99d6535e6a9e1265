"""The command `timeline workspace`: what is done with the workspaces that the app keeps, without the app."""

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
