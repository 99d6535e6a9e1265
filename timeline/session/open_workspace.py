"""What a user works on at one moment: the workspace's documents, their timeline, and the corrections made on it.

It is read anew only where the file has changed. It refuses to know who looks at it: what a session keeps, and what a
page shows of it, is `timeline.screen`'s.
"""

import dataclasses
from collections.abc import Callable
from pathlib import Path

from timeline.documents import Document
from timeline.session.inputs import Inputs
from timeline.store import Conflict, Lost, Replayed, Step, Workspace, replay
from timeline.table import Timeline

__all__ = ["OpenPlace", "OpenWorkspace", "read_workspace", "say_not_here"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class OpenPlace:
    """Where the workspace lies that a session works on, and what the user must know of it (``""`` for nothing).

    `where` is the path of a file or the address of a database, which may hold a password: `name` is what is shown.
    """

    where: Path | str
    name: str = ""
    note: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class OpenWorkspace:
    """What a user works on, as it was at one moment.

    Attributes
    ----------
    place
        Where it lies.
    revision
        What `Workspace.revision` said then; its second number is that of the last step in `timeline`.
    inputs
        What is kept in it: documents, tables and the title it began with.
    built
        The timeline as it was read, without corrections.
    steps
        Every step taken on it.
    replayed
        The timeline with the corrections, what they changed, and which of them do not hold.
    new_documents, new_tables
        The ids of the documents and the names of the tables added since the user last dismissed them.
    """

    place: OpenPlace
    revision: tuple[int, int]
    inputs: Inputs
    built: Timeline
    steps: tuple[Step, ...]
    replayed: Replayed
    new_documents: frozenset[str]
    new_tables: frozenset[str]

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents, in the order in which they were added."""
        return self.inputs.documents

    @property
    def timeline(self) -> Timeline:
        """The timeline as the user wants it."""
        return self.replayed.timeline

    @property
    def edited(self) -> dict[str, tuple[str, ...]]:
        """By event id the fields a user set."""
        return self.replayed.edited

    @property
    def lost(self) -> tuple[Lost, ...]:
        """The corrections that have nothing to hold on to any more."""
        return self.replayed.lost

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The fields that two users set without having seen each other."""
        return self.replayed.conflicts


def read_workspace(
    workspace: Workspace,
    place: OpenPlace,
    last: OpenWorkspace | None,
    read_table: Callable[[str], Timeline],
    tell: Callable[[Inputs], Timeline],
) -> OpenWorkspace:
    """What is in `workspace` now; of `last`, the same session's last look, whatever has not changed is kept.

    Parameters
    ----------
    workspace, place
        The workspace, and where it lies.
    last
        What was read before, None for nothing.
    read_table, tell
        A table from its JSON, and the timeline of what is open: whoever asks may keep what they give.

    Raises
    ------
    TimelineError
        If the workspace cannot be read any more.
    """
    revision = workspace.read_revision()
    if last and last.place == place and last.revision == revision:
        return last
    if last and last.place.where == place.where and last.revision[0] == revision[0]:
        inputs, built, new = last.inputs, last.built, (last.new_documents, last.new_tables)
    else:
        tables = tuple((name, read_table(content)) for name, content in workspace.list_tables())
        inputs = Inputs(documents=tuple(workspace.list_documents()), tables=tables, title=workspace.read_title())
        built, new = tell(inputs), (workspace.list_new_documents(), workspace.list_new_tables())
    steps = tuple(workspace.list_steps())
    return OpenWorkspace(
        place=place, revision=(revision[0], steps[-1].number if steps else 0), inputs=inputs, built=built,
        steps=steps, replayed=replay(built, steps), new_documents=new[0], new_tables=new[1],
    )  # fmt: skip


def say_not_here(name: str, *, found: bool) -> str:
    """What is said to who asks for a workspace by a name that leads to none of his."""
    if found:
        return (
            f"The address names a workspace, {name!r}, that was made in another browser: save it as a file there "
            "(under “Edit…”) and open that here."
        )
    return f"The address names a workspace, {name!r}, that is not on this machine."
