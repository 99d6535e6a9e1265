"""The command `timeline workspace`: what is done with the workspaces that the app keeps, without the app."""

import click

from timeline.extras import require
from timeline.terminal import say
from timeline.wording import count_words

__all__ = ["workspace"]


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
