"""Which workspace this user works on, and the one place that says what is in it: documents, timeline, corrections.

Every session works on a workspace: the file it was started with; else one kept for the paths it was started with, so
that corrections outlive the session; else a new one, which the address names so that it is found again. Another tab's
corrections are seen at the next run.

| call | who uses it |
|---|---|
| `enter` | the page, at each run: finds the workspace of a session that has none yet |
| `read_current` | the page: what the user works on, read anew only where it has changed |
| `add`, `start_workspace`, `open_file`, `import_upload` | “Open documents…” |
| `record`, `undo`, `redo` | corrections |
"""

import atexit
import dataclasses
import datetime as dt
import os
import secrets
import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import streamlit as st

from timeline.errors import WorkspaceError
from timeline.formats import parse
from timeline.formats.lookup import find_format
from timeline.screen.logs import log
from timeline.screen.state import state
from timeline.screen.visitor import find_visitor
from timeline.screen.workspace.build import build_once, open_paths
from timeline.screen.workspace.owned import check_room, claim, hand_out, is_own
from timeline.session.inputs import Inputs
from timeline.session.open_workspace import OpenPlace, OpenWorkspace, read_workspace, say_not_here
from timeline.store import (
    SUFFIX,
    Edit,
    Workspace,
    find_home,
    find_place,
    is_database,
    is_workspace,
    list_places,
    make_place,
    name_session,
    read_role,
)
from timeline.table import Timeline

__all__ = [
    "add",
    "begin_anew",
    "enter",
    "find_workspace",
    "import_upload",
    "open_file",
    "read_current",
    "read_now",
    "record",
    "redo",
    "set_aside",
    "start_workspace",
    "undo",
]

SHARED: Final = os.environ.get("TIMELINE_WORKSPACE", "")
"""The address of the database whose workspace everybody works on who opens the page; none where each has his own."""

Progress = Callable[[int, int], None]


def enter(paths: Sequence[str]) -> None:
    """Find a workspace for a session that has none: the one its address names, else that of `paths`.

    Raises
    ------
    TimelineError
        If it cannot be opened, or a path is an event table that does not hold.
    """
    if not state.is_set("tab"):
        state.tab = name_session(find_visitor().name, secrets.token_hex(4))
        log("opened", session=state.tab)
    if state.is_set("workspace"):
        return
    if name := st.query_params.get("workspace"):
        found = next((path for path in list_places(find_home()) if path.stem == name), None)
        if found and is_own(found):
            open_file(found)
            return
        st.query_params.pop("workspace")
        _begin(paths, say_not_here(name[:60], found=bool(found)))
    elif SHARED and not paths:
        hand_out(_open_workspace(SHARED), at=read_now())
        _go_to(OpenPlace(where=SHARED, name=_open_workspace(SHARED).store.name.strip("'")))
    else:
        _begin(paths)


def begin_anew(paths: Sequence[str] = ()) -> None:
    """Work on the workspace of `paths`; the default one if there are none."""
    _begin(paths)


def _begin(paths: Sequence[str], note: str = "") -> None:
    if len(paths) == 1 and is_workspace(paths[0]):
        place = _make_usable(Path(paths[0]).absolute())
        hand_out(_open_workspace(str(place.where)), at=read_now())
        _go_to(place, note)
        return
    place = _make_usable(find_place(paths, find_home()), own=True)
    briefing = open_paths(paths)
    workspace = _open_workspace(str(place.where))
    begins = not any(workspace.read_revision())
    workspace.set_title(briefing.title)
    _add_tables(workspace, briefing)
    workspace.renew_documents(briefing.documents, at=read_now())
    if begins:
        workspace.dismiss_new()
    hand_out(workspace, at=read_now(), everyone=not paths)
    _go_to(place, note)


def _go_to(place: OpenPlace, note: str = "") -> None:
    """Let this session work on what lies at `place`."""
    state.workspace = dataclasses.replace(place, note=" ".join(filter(None, (note, place.note))))
    state.forget("refused")


def open_file(path: str | Path) -> None:
    """Work on the workspace file at `path`, which the address names from here on if it is one of our own folder.

    Raises
    ------
    WorkspaceError
        If there is no such file, or it cannot be opened.
    """
    place = Path(path).absolute()
    if not place.is_file():
        raise WorkspaceError(f"{str(path)!r}: there is no such file; give the path of a workspace")
    _go_to(_make_usable(place))
    if place.parent == find_home():
        st.query_params["workspace"] = place.stem


def start_workspace(briefing: Inputs, progress: Progress | None = None) -> None:
    """Work on a new workspace with `briefing` in it, whose timeline is built first: whoever cancels stays where he is.

    Raises
    ------
    TimelineError
        If the workspace cannot be written, or its tables do not go together.
    """
    check_room()
    build_once(briefing, progress)
    place = _make_usable(make_place(briefing.title, find_home()), own=True)
    workspace = _open_workspace(str(place.where))
    claim(workspace, at=read_now())
    workspace.set_title(briefing.title)
    _add_tables(workspace, briefing)
    workspace.add_documents(briefing.documents, at=read_now())
    workspace.dismiss_new()
    _go_to(place)
    st.query_params["workspace"] = Path(place.where).stem


def add(briefing: Inputs, progress: Progress | None = None) -> None:
    """Add the documents and tables of `briefing` to the workspace at hand, whose timeline is built first.

    Its title is left aside: a briefing that is open has one.
    """
    here = _find_here()
    at = read_now()
    tables = {name: _parse_table(content) for name, content in here.list_tables()} | dict(briefing.tables)
    documents = here.preview_documents(briefing.documents, at=at)
    build_once(Inputs(documents=tuple(documents), tables=tuple(tables.items()), title=here.read_title()), progress)
    _add_tables(here, briefing)
    here.add_documents(briefing.documents, at=at)


@st.cache_resource(max_entries=8, show_spinner=False)
def _parse_table(content: str) -> Timeline:
    """The table that a workspace keeps as JSON; read once for all sessions."""
    return parse(content.encode(), ".json")


def import_upload(content: bytes, name: str) -> None:
    """Work on a new workspace made from `content`, that of a file called `name` which somebody saved.

    Raises
    ------
    WorkspaceError
        If `content` is no workspace, damaged, of a newer version, or holds what no workspace holds.
    """
    check_room()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "upload")
        source.write_bytes(content)
        path = make_place(Path(name).stem, _find_home())
        try:
            claim(Workspace.import_file(source, path), at=read_now())
        except WorkspaceError as error:  # the user knows the file by its own name
            raise WorkspaceError(str(error).replace(str(source), Path(name).name)) from error
    open_file(path)


def set_aside() -> Path:
    """Where the workspace file of this session, which cannot be opened, lies from now on; its place is free again."""
    path = state.refused
    if path is None:
        raise WorkspaceError("no workspace was refused, so none is put aside; open the page again")
    aside = make_place(f"{path.stem}-aside", path.parent).with_suffix(".aside")
    try:
        path.rename(aside)
    except OSError as error:
        raise WorkspaceError(f"{str(path)!r}: {error.strerror}; move it yourself and open the page again") from error
    return aside


def read_current(progress: Progress | None = None) -> OpenWorkspace:
    """What the user works on; read anew only where the workspace has changed since the last run.

    Raises
    ------
    TimelineError
        If the workspace cannot be read any more.
    """
    place = state.workspace
    last = state.work if state.is_set("work") else None
    workspace = _find_here()
    state.role = read_role(workspace)
    work = read_workspace(workspace, place, last, _parse_table, lambda i: build_once(i, progress))
    if last and last.place == place and is_database(place.where):
        state.from_others += sum(s.number > last.revision[1] and s.session != state.tab for s in work.steps)
    state.work = work
    return work


def record(*edits: Edit, seen: int | None = None) -> None:
    """Keep corrections of what the user sees; `seen` is the last step he knew of, if not that of this run.

    Raises
    ------
    TimelineError
        If one does not fit what the user sees, or cannot be written; neither it nor those after it are kept then.
    """
    work = state.work
    known = work.revision[1] if seen is None else seen
    workspace, session = find_workspace(work), state.tab
    for edit in edits:  # without a look at session state, where a newer message would stop it halfway
        step = workspace.record(edit, work.timeline, at=read_now(), session=session, seen=known)
        log("corrected", session=session, step=step.number, edit=type(edit).__name__)


def undo(number: int | None = None) -> None:
    """Take back step `number`, else what this session did last; nothing where there is nothing to take back."""
    _find_here().undo(at=read_now(), session=state.tab, number=number)


def redo(number: int | None = None) -> None:
    """Give step `number` again, else what this session took back last; nothing where there is nothing to give."""
    _find_here().redo(at=read_now(), session=state.tab, number=number)


def find_workspace(work: OpenWorkspace) -> Workspace:
    """The workspace that `work` was read from, for whoever looks at the page."""
    return _open_workspace(str(work.place.where)).act_for(find_visitor())


def _find_here() -> Workspace:
    return _open_workspace(str(state.workspace.where)).act_for(find_visitor())


def read_now() -> dt.datetime:
    """Now, for what is recorded."""
    return dt.datetime.now(dt.UTC)


def _add_tables(workspace: Workspace, briefing: Inputs) -> None:
    for name, table in briefing.tables:
        workspace.add_table(name, _write_table(table)[0])


@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs={Timeline: id})
def _write_table(table: Timeline) -> tuple[str, Timeline]:
    """The JSON that a workspace keeps of `table`, written once; the table is kept along, lest another get its id."""
    return find_format(".json").write(table).decode(), table


def _make_usable(path: Path, *, own: bool = False) -> OpenPlace:
    """The workspace at `path`, or a copy of it, or a new one, that lasts as long as the server, where none can be kept.

    One of our `own` is made where there is none.
    """
    try:
        if own:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _open_workspace(str(path))
    except OSError as error:
        return _fall_back(path, error)
    return OpenPlace(where=path)


def _fall_back(path: Path, error: OSError) -> OpenPlace:
    if path.parent == find_home():
        state.refused = path
    spare = _make_temporary() / f"{path.stem}{SUFFIX}"
    if not spare.exists() and path.is_file():
        Workspace.import_file(path, spare)  # whose own error says what is wrong with a file that is damaged
    _open_workspace(str(spare))
    reason = str(error) if isinstance(error, WorkspaceError) else f"{str(path.parent)!r}: {error.strerror}"
    note = (
        f"Corrections will be lost when the program ends: {reason}. "
        "Save the workspace as a file (under “Edit…”), or let TIMELINE_HOME name a folder of your own."
    )
    return OpenPlace(where=spare, note=note)


def _find_home() -> Path:
    """A folder new workspaces can be made in."""
    home = find_home()
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return _make_temporary()
    return home


@st.cache_resource(show_spinner=False)
def _make_temporary() -> Path:
    """A folder that lasts as long as the server, and goes with it."""
    folder = tempfile.mkdtemp(prefix="timeline-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder)


@st.cache_resource(show_spinner=False)
def _open_workspace(path: str) -> Workspace:
    """The workspace at `path`, whose file is checked once for all sessions."""
    return Workspace(path)
