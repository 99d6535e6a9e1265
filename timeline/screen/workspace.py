"""Which workspace this reader works on, and the one place that says what is in it: documents, timeline, corrections.

Every session works on a workspace: the file it was started with; else one kept for the paths it was started with, so
that corrections outlive the session; else a new one, which the address names so that it is found again. Another tab's
corrections are seen at the next run.

| call | who uses it |
|---|---|
| `enter` | the page, at each run: finds the workspace of a session that has none yet |
| `current` | the page: what the reader works on, read anew only where it has changed |
| `add`, `start`, `open_file`, `import_upload`, `recent` | “Open documents…” |
| `record`, `undo`, `redo` | corrections |
"""

import dataclasses
import datetime as dt
import hashlib
import secrets
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from timeline.documents import Document
from timeline.errors import WorkspaceError
from timeline.formats import parse
from timeline.formats.lookup import format_of
from timeline.screen.briefing import Briefing, open_paths, tell
from timeline.screen.serving import BROWSER, OWN_MACHINE
from timeline.store import (
    SUFFIX,
    Conflict,
    Edit,
    Lost,
    Replayed,
    Step,
    Workspace,
    find_home,
    is_workspace,
    list_places,
    new_place,
    place_of,
    replay,
)
from timeline.table import Timeline

__all__ = [
    "Work",
    "add",
    "begin_anew",
    "current",
    "enter",
    "import_upload",
    "open_file",
    "recent",
    "record",
    "redo",
    "set_aside",
    "start",
    "undo",
    "workspace_of",
]

_LOOKED_AT = 200
"""Of so many workspaces it is looked up whose they are: a millisecond each."""

Progress = Callable[[int, int], None]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The file a session works on, and what the reader must know of it (``""`` for nothing)."""

    path: Path
    note: str = ""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What a reader works on, as it was at one moment.

    Attributes
    ----------
    place
        The file.
    revision
        What `Workspace.revision` said then; its second number is that of the last step in `timeline`.
    briefing
        What is kept in it: documents, tables and the title it began with.
    built
        The timeline as it was read, without corrections.
    steps
        Every step taken on it.
    replayed
        The timeline with the corrections, what they changed, and which of them do not hold.
    new_documents, new_tables
        The ids of the documents and the names of the tables added since the reader last dismissed them.
    """

    place: Place
    revision: tuple[int, int]
    briefing: Briefing
    built: Timeline
    steps: tuple[Step, ...]
    replayed: Replayed
    new_documents: frozenset[str]
    new_tables: frozenset[str]

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents, in the order in which they were added."""
        return self.briefing.documents

    @property
    def timeline(self) -> Timeline:
        """The timeline as the reader wants it."""
        return self.replayed.timeline

    @property
    def edited(self) -> dict[str, tuple[str, ...]]:
        """By event id the fields a reader set."""
        return self.replayed.edited

    @property
    def lost(self) -> tuple[Lost, ...]:
        """The corrections that have nothing to hold on to any more."""
        return self.replayed.lost

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """The fields that two readers set without having seen each other."""
        return self.replayed.conflicts


def enter(paths: Sequence[str]) -> None:
    """Find a workspace for a session that has none: the one its address names, else that of `paths`.

    Raises
    ------
    TimelineError
        If it cannot be opened, or a path is an event table that does not hold.
    """
    state = st.session_state
    state.setdefault("tab", secrets.token_hex(4))
    if "workspace" in state:
        return
    if name := st.query_params.get("workspace"):
        found = next((path for path in list_places(find_home()) if path.stem == name), None)
        if found and _is_own(found):
            open_file(found)
            return
        st.query_params.pop("workspace")
        _begin(paths, _not_here(name[:60], found=bool(found)))
    else:
        _begin(paths)


def _not_here(name: str, *, found: bool) -> str:
    """What is said to who asks for a workspace by a name that leads to none of his."""
    if found:
        return (
            f"The address names a workspace, {name!r}, that was made in another browser: save it as a file there "
            "(under “Edit…”) and open that here."
        )
    return f"The address names a workspace, {name!r}, that is not on this machine."


def _is_own(path: Path) -> bool:
    """Whether the workspace at `path` was made in this browser; of those of old, nobody knows where."""
    mark = Workspace.find_browser(path)
    return mark == _browser() or (mark is None and st.get_option("server.address") in OWN_MACHINE)


def _browser() -> str:
    """What stands for this session's browser: the hash of its mark, since a workspace may be handed on as a file."""
    mark = st.context.cookies.get(BROWSER)
    return hashlib.sha256(mark.encode() if isinstance(mark, str) else b"").hexdigest()


def begin_anew(paths: Sequence[str] = ()) -> None:
    """Work on the workspace of `paths`; the default one if there are none."""
    _begin(paths)


def _begin(paths: Sequence[str], note: str = "") -> None:
    if len(paths) == 1 and is_workspace(paths[0]):
        _go_to(_usable(Path(paths[0]).absolute()), note)
        return
    place = _usable(place_of(paths, find_home()), own=True)
    briefing = open_paths(paths)
    workspace = _workspace(str(place.path))
    begins = not any(workspace.revision())
    workspace.set_title(briefing.title)
    _add_tables(workspace, briefing)
    workspace.renew_documents(briefing.documents, at=_now())
    if begins:
        workspace.dismiss_new()
    _go_to(place, note)


def _go_to(place: Place, note: str = "") -> None:
    """Let this session work on the file at `place`."""
    st.session_state["workspace"] = dataclasses.replace(place, note=" ".join(filter(None, (note, place.note))))
    st.session_state.pop("refused", None)


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
    _go_to(_usable(place))
    if place.parent == find_home():
        st.query_params["workspace"] = place.stem


def start(briefing: Briefing, progress: Progress | None = None) -> None:
    """Work on a new workspace with `briefing` in it, whose timeline is built first: whoever cancels stays where he is.

    Raises
    ------
    TimelineError
        If the workspace cannot be written, or its tables do not go together.
    """
    tell(briefing, progress)
    place = _usable(new_place(briefing.title, find_home()), own=True)
    workspace = _workspace(str(place.path))
    workspace.set_browser(_browser())
    workspace.set_title(briefing.title)
    _add_tables(workspace, briefing)
    workspace.add_documents(briefing.documents, at=_now())
    workspace.dismiss_new()
    _go_to(place)
    st.query_params["workspace"] = place.path.stem


def add(briefing: Briefing, progress: Progress | None = None) -> None:
    """Add the documents and tables of `briefing` to the workspace at hand; the timeline is built first, as in `start`.

    Its title is left aside: a briefing that is open has one.
    """
    here = _workspace(str(st.session_state["workspace"].path))
    at = _now()
    tables = {name: _table(content) for name, content in here.tables()} | dict(briefing.tables)
    documents = here.preview_documents(briefing.documents, at=at)
    tell(Briefing(documents=tuple(documents), tables=tuple(tables.items()), title=here.title()), progress)
    _add_tables(here, briefing)
    here.add_documents(briefing.documents, at=at)


@st.cache_resource(max_entries=8, show_spinner=False)
def _table(content: str) -> Timeline:
    """The table that a workspace keeps as JSON; read once for all sessions."""
    return parse(content.encode(), ".json")


def import_upload(content: bytes, name: str) -> None:
    """Work on a new workspace made from `content`, that of a file called `name` which somebody saved.

    Raises
    ------
    WorkspaceError
        If `content` is no workspace, damaged, of a newer version, or holds what no workspace holds.
    """
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "upload")
        source.write_bytes(content)
        path = new_place(Path(name).stem, _home())
        try:
            Workspace.import_file(source, path).set_browser(_browser())
        except WorkspaceError as error:  # the reader knows the file by its own name
            raise WorkspaceError(str(error).replace(str(source), Path(name).name)) from error
    open_file(path)


def recent() -> list[Path]:
    """The workspaces in the user's data folder that this browser may open, the one changed last first."""
    return [path for path in list_places(find_home())[:_LOOKED_AT] if _is_own(path)]


def set_aside() -> Path:
    """Where the workspace file of this session, which cannot be opened, lies from now on; its place is free again."""
    path: Path = st.session_state["refused"]
    aside = new_place(f"{path.stem}-aside", path.parent).with_suffix(".aside")
    try:
        path.rename(aside)
    except OSError as error:
        raise WorkspaceError(f"{str(path)!r}: {error.strerror}; move it yourself and open the page again") from error
    return aside


def current(progress: Progress | None = None) -> Work:
    """What the reader works on; read anew only where the workspace has changed since the last run.

    Raises
    ------
    TimelineError
        If the workspace cannot be read any more.
    """
    state = st.session_state
    place: Place = state["workspace"]
    workspace = _workspace(str(place.path))
    last: Work | None = state.get("work")
    revision = workspace.revision()
    if last and last.place == place and last.revision == revision:
        return last
    if last and last.place.path == place.path and last.revision[0] == revision[0]:
        briefing, built, new = last.briefing, last.built, (last.new_documents, last.new_tables)
    else:
        tables = tuple((name, _table(content)) for name, content in workspace.tables())
        briefing = Briefing(documents=tuple(workspace.documents()), tables=tables, title=workspace.title())
        built, new = tell(briefing, progress), (workspace.new_documents(), workspace.new_tables())
    steps = tuple(workspace.steps())
    work = Work(
        place=place, revision=(revision[0], steps[-1].number if steps else 0), briefing=briefing, built=built,
        steps=steps, replayed=replay(built, steps), new_documents=new[0], new_tables=new[1],
    )  # fmt: skip
    state["work"] = work
    return work


def record(*edits: Edit, seen: int | None = None) -> None:
    """Keep corrections of what the reader sees; `seen` is the last step he knew of, if not that of this run.

    Raises
    ------
    TimelineError
        If one does not fit what the reader sees, or cannot be written; neither it nor those after it are kept then.
    """
    work: Work = st.session_state["work"]
    known = work.revision[1] if seen is None else seen
    workspace, session = workspace_of(work), st.session_state["tab"]
    for edit in edits:  # without a look at session state, where a newer message would stop it halfway
        workspace.record(edit, work.timeline, at=_now(), session=session, seen=known)


def undo(number: int | None = None) -> None:
    """Take back step `number`, else what this session did last; nothing where there is nothing to take back."""
    _here().undo(at=_now(), session=st.session_state["tab"], number=number)


def redo(number: int | None = None) -> None:
    """Give step `number` again, else what this session took back last; nothing where there is nothing to give."""
    _here().redo(at=_now(), session=st.session_state["tab"], number=number)


def workspace_of(work: Work) -> Workspace:
    """The workspace that `work` was read from."""
    return _workspace(str(work.place.path))


def _here() -> Workspace:
    return _workspace(str(st.session_state["workspace"].path))


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _add_tables(workspace: Workspace, briefing: Briefing) -> None:
    for name, table in briefing.tables:
        workspace.add_table(name, _content(table)[0])


@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs={Timeline: id})
def _content(table: Timeline) -> tuple[str, Timeline]:
    """The JSON that a workspace keeps of `table`, written once; the table is kept along, lest another get its id."""
    return format_of(".json").write(table).decode(), table


def _usable(path: Path, *, own: bool = False) -> Place:
    """The workspace at `path`, or a copy of it, or a new one, that lasts as long as the server, where none can be kept.

    One of our `own` is made where there is none.
    """
    try:
        if own:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _workspace(str(path))
    except OSError as error:
        return _fall_back(path, error)
    return Place(path=path)


def _fall_back(path: Path, error: OSError) -> Place:
    if path.parent == find_home():
        st.session_state["refused"] = path
    spare = _temporary() / f"{path.stem}{SUFFIX}"
    if not spare.exists() and path.is_file():
        Workspace.import_file(path, spare)  # whose own error says what is wrong with a file that is damaged
    _workspace(str(spare))
    reason = str(error) if isinstance(error, WorkspaceError) else f"{str(path.parent)!r}: {error.strerror}"
    note = (
        f"Corrections will be lost when the program ends: {reason}. "
        "Save the workspace as a file (under “Edit…”), or let TIMELINE_HOME name a folder of your own."
    )
    return Place(path=spare, note=note)


def _home() -> Path:
    """A folder new workspaces can be made in."""
    home = find_home()
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return _temporary()
    return home


@st.cache_resource(show_spinner=False)
def _temporary() -> Path:
    """A folder that lasts as long as the server."""
    return Path(tempfile.mkdtemp(prefix="timeline-"))


@st.cache_resource(show_spinner=False)
def _workspace(path: str) -> Workspace:
    """The workspace at `path`, whose file is checked once for all sessions."""
    return Workspace(path)
