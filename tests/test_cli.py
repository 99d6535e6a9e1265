"""The command line: data to stdout, messages to stderr, exit codes, and one line for whatever is wrong."""

import datetime as dt
import json
import re
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from timeline import cli, launch, terminal
from timeline.formats import read_table

NEWS = "Acme Corp. sued Globex on 5 March 2024. Regulators approved the deal on 7 March 2024.\n"


@pytest.fixture
def run():
    """Run a command; a traceback of ours would come out as an exception."""

    def run(*args, stdin=None):
        return CliRunner().invoke(cli.main, [str(arg) for arg in args], input=stdin, catch_exceptions=False)

    return run


@pytest.fixture
def news(tmp_path):
    """A document that tells two events."""
    path = tmp_path / "news.txt"
    path.write_text(NEWS, encoding="utf-8")
    return path


@pytest.fixture
def table(tmp_path):
    """A table made by hand, with a main event, a lesser one and an accepted one."""
    path = tmp_path / "table.csv"
    path.write_text(
        "title,start,importance,review\nBan,2025-04,0.9,new\nTalk,2025-05,0.1,new\nDeal,2025-06,0.2,accepted\n",
        encoding="utf-8",
    )
    return path


def titles(path):
    """The titles of a written table."""
    return list(read_table(path).events["title"])


def test_build_writes_the_events_of_a_document(run, news, tmp_path):
    """`build` writes what the documents tell and says so on stderr alone."""
    done = run("build", news, "-o", tmp_path / "out.csv")
    assert (done.exit_code, done.stdout) == (0, "")
    assert "events written to" in done.stderr
    assert "Acme Corp. sued Globex" in titles(tmp_path / "out.csv")


def test_build_reads_stdin_and_writes_stdout(run):
    """``-`` is stdin as PATH and stdout as OUT, and nothing but data goes there."""
    done = run("build", "-", "-o", "-", "--format", "json", "--title", "Acme", stdin=NEWS)
    content = json.loads(done.stdout)
    assert content["title"] == "Acme"
    assert content["documents"][0]["path"] == "-"


def test_a_publication_date_resolves_relative_dates(run):
    """`--published` is the anchor of what is told relative to publication."""
    done = run("build", "-", "-o", "-", "--published", "2024-03-08", stdin="Acme Corp. sued Globex on Monday.")
    assert "2024-03-04" in done.stdout


def test_actors_come_from_the_list_given(run, tmp_path):
    """`--actors` names a list that wins over the shipped one."""
    listed = tmp_path / "actors.csv"
    listed.write_text("name,kind,aliases\nAcme Holdings,organisation,Acme Corp.\n", encoding="utf-8")
    done = run("build", "-", "-o", "-", "--actors", listed, stdin=NEWS)
    assert "Acme Holdings" in done.stdout


def test_one_bad_document_stops_no_other(run, news, tmp_path):
    """What cannot be read is one line each on stderr; the rest is read and the exit code is 0."""
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    done = run("build", news, tmp_path / "empty.txt", tmp_path / "binary.txt", tmp_path / "gone.txt", "-o", "-")
    problems = [line for line in done.stderr.splitlines() if line.startswith("problem: ")]
    assert done.exit_code == 0
    assert [Path(line.split(": ")[1]).name for line in sorted(problems)] == ["binary.txt", "empty.txt", "gone.txt"]


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-8-sig"])
def test_other_encodings_are_read(run, tmp_path, encoding):
    """Latin-1, UTF-16 and a byte order mark are read as the text they hold."""
    (tmp_path / "t.txt").write_bytes("Société Générale sued Globex on 5 March 2024.\n".encode(encoding))
    done = run("build", tmp_path / "t.txt", "-o", "-")
    assert (done.exit_code, "Société Générale sued Globex" in done.stdout) == (0, True)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("binary.txt", bytes(range(256)) * 40),
        ("undated.txt", b"No one knows.\n"),
        (".", None),
        ("gone.txt", None),
    ],
)
@pytest.mark.parametrize("command", [["build", "-o", "OUT"], ["dates"]])
def test_nothing_usable_is_one_line_and_exit_code_1(run, tmp_path, command, name, content):
    """An empty, binary or undated document, a missing file and an empty folder end with one error line and code 1."""
    if content is not None:
        (tmp_path / name).write_bytes(content)
    out = tmp_path.parent / f"{tmp_path.name}.csv"
    done = run(*[str(out) if arg == "OUT" else arg for arg in command], tmp_path / name)
    assert (done.exit_code, done.stdout) == (1, "")
    assert len([line for line in done.stderr.splitlines() if line.startswith("error: ")]) == 1
    assert not out.exists()


@pytest.mark.parametrize(
    ("scope", "kept"),
    [
        ([], ["Ban", "Deal"]),
        (["--all"], ["Ban", "Talk", "Deal"]),
        (["--accepted"], ["Deal"]),
        (["--top", "2"], ["Ban", "Deal"]),
    ],
)
def test_export_keeps_the_events_asked_for(run, table, tmp_path, scope, kept):
    """Main events by default, all with `--all`, only accepted ones with `--accepted`, so many with `--top`."""
    assert run("export", table, "-o", tmp_path / "out.json", *scope).exit_code == 0
    assert titles(tmp_path / "out.json") == kept


@pytest.mark.parametrize(
    ("purpose", "name", "said"),
    [
        ("slide", "a.pptx", "written to"),
        ("data", "a.xlsx", "written to"),
        ("handout", "a.pptx", "a .pptx serves for no handout; name the file *.docx"),
    ],
)
def test_a_purpose_brings_its_format(run, table, tmp_path, purpose, name, said):
    """What `--for` names is written in the format that serves it, and a file of another is refused."""
    done = run("export", table, "--for", purpose, "-o", tmp_path / name)
    assert said in done.stderr
    assert (tmp_path / name).exists() == (done.exit_code == 0)


@pytest.mark.parametrize("suffix", ["csv", "json"])
def test_export_reads_a_table_from_stdin(run, table, suffix):
    """A table on stdin may be CSV or JSON."""
    text = run("export", table, "-o", "-", "--format", suffix).stdout
    done = run("export", "-", "-o", "-", "--title", "Chips", stdin=text)
    assert (done.exit_code, done.stdout.count("\n")) == (0, 3)


def test_a_bad_table_is_one_line(run, tmp_path):
    """A cell that does not hold is named with row, column and value in one line, and refused where that is asked."""
    (tmp_path / "bad.csv").write_text("title,start\nBan,sometime\n", encoding="utf-8")
    done = run("export", tmp_path / "bad.csv", "--strict", "-o", "-")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith("error: row 1, column 'start': 'sometime'")
    assert done.stderr.count("\n") == 1
    told = run("export", tmp_path / "bad.csv", "-o", "-")
    assert (told.exit_code, "Ban" in told.stdout) == (0, True)
    assert told.stderr.startswith("problem: row 1, column 'start': 'sometime'")


def test_a_table_with_none_of_the_events_asked_for_says_what_to_do(run, tmp_path):
    """Where the scope leaves no event, nothing is written, and the message names the way out."""
    (tmp_path / "t.csv").write_text("title,start,importance\nBan,2025,0.1\n", encoding="utf-8")
    done = run("export", tmp_path / "t.csv", "-o", tmp_path / "out.json")
    assert (done.exit_code, "try --all" in done.stderr) == (1, True)
    assert not (tmp_path / "out.json").exists()


@pytest.mark.parametrize(
    "args",
    [
        ["build", "news.txt"],
        ["build", "-o", "out.csv"],
        ["build", "news.txt", "-o", "out.doc"],
        ["build", "news.txt", "-o", "out.csv", "--format", "doc"],
        ["build", "news.txt", "-o", "out.csv", "--published", "July 2025"],
        ["build", "news.txt", "-o", "out.csv", "--wide"],
        ["dates", "news.txt", "--style", "poem"],
        ["app", "gone.txt"],
        ["publish"],
    ],
)
def test_wrong_usage_is_exit_code_2(run, args):
    """Whatever the commands do not offer is refused before any work, with code 2."""
    done = run(*args)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Error: " in done.stderr


def test_a_place_that_cannot_be_written_is_one_line(run, table, tmp_path):
    """A folder that does not exist is named, not a traceback."""
    done = run("export", table, "-o", tmp_path / "no" / "out.csv")
    assert done.exit_code == 1
    assert done.stderr.startswith("error: cannot write")


def test_dates_are_a_table(run):
    """`dates` shows the words, the value, the days, how they are known and the rule, one date a line."""
    done = run("dates", "-", "--published", "2024-03-08", stdin="Acme sued Globex on Monday and again in April 2024.")
    head, *rows = done.stdout.splitlines()
    assert head.split() == ["words", "value", "days", "precision", "basis", "rule"]
    assert rows[0].split()[:3] == ["Monday", "2024-03-04", "2024-03-04"]
    assert "2024-04-01 – 2024-04-30" in rows[1]


def test_dates_say_why(run):
    """`--why` puts below each date one sentence on how it was read."""
    done = run("dates", "-", "--published", "2024-03-08", "--why", stdin="Acme sued Globex on Monday.")
    assert "publication" in done.stdout.splitlines()[2]


def test_dates_as_json_hold_offsets(run):
    """`--json` gives every field of a mention; the offsets are those of the words in the text."""
    text = "Acme sued Globex on 5 March 2024."
    (mention,) = json.loads(run("dates", "-", "--json", stdin=text).stdout)
    assert text[mention["start"] : mention["end"]] == mention["text"] == "5 March 2024"
    assert mention["first"] == "2024-03-05"


def test_dates_are_read_in_the_style_asked_for(run):
    """`--style narrative` gives a month without a year the year of the date before it."""
    text = "In 1943 the army was beaten. It withdrew on 5 March. " * 3
    done = run("dates", "-", "--style", "narrative", stdin=text)
    assert "1943-03-05" in done.stdout


def test_no_control_character_of_a_document_reaches_the_terminal(run, tmp_path):
    """Escape sequences in words or file names are shown as a replacement character, not obeyed."""
    (tmp_path / "\x1b[31mred.txt").touch()
    done = run("build", tmp_path / "\x1b[31mred.txt", "-o", "-")
    assert "\x1b" not in done.stderr
    assert terminal.strip_controls("5\x1b[2J \u202eMarch") == "5\ufffd[2J \ufffdMarch"


def test_columns_are_as_wide_as_the_terminal_shows_them():
    """Wide characters count two columns, combining marks none."""
    assert [terminal.measure_width(text) for text in ("Mai", "五月", "e\u0301")] == [3, 4, 1]


@pytest.mark.parametrize(("done", "bars"), [(3, 0), (40, 1)])
def test_long_work_shows_a_bar(monkeypatch, capsys, done, bars):
    """More than a few documents show a bar on a terminal, and only there."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    with terminal.show_progress("reading") as step:
        for number in range(1, done + 1):
            step(number, done)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert ("reading" in captured.err) == bool(bars)


@pytest.fixture
def served(monkeypatch):
    """What each server was started with, as (command, variables); none is started, and the first is interrupted."""
    seen = []

    class Server:
        def __init__(self, command, env):
            self.first = not seen
            seen.append((command, env))

        def __enter__(self):
            return self

        def __exit__(self, *_):
            return None

        def wait(self):
            if self.first:
                self.first = False
                raise KeyboardInterrupt
            return 7

    monkeypatch.setattr(launch.subprocess, "Popen", Server)
    monkeypatch.setattr(launch.signal, "signal", lambda *_: None)  # the test's own process stays as it is
    return seen


def test_the_app_is_streamlit_on_the_shipped_entry(run, served, news):
    """`app` runs the shipped entry as a child of the same interpreter and hands on its exit code, if it ends itself."""
    assert run("app", news).exit_code == 0
    assert served[0][0][:4] == [sys.executable, "-m", "streamlit", "run"]
    assert Path(served[0][0][4]).name == "app.py"
    assert served[0][0][5:] == ["--", str(news)]
    assert run().exit_code == 7
    assert served[1][0][5:] == ["--"]
    run("app", "--port", "8600", "--host", "0.0.0.0", "--no-browser")
    assert served[2][0][5:] == ["--server.port=8600", "--server.address=0.0.0.0", "--server.headless=true", "--"]
    assert run("app", "--port", "99999").exit_code == 2
    assert run("app", "--top", "30").exit_code == 7
    assert [env.get("TIMELINE_TOP") for _, env in served] == [None, None, None, "30"]
    assert run("app", "--top", "7").exit_code == 2


def test_a_server_for_a_desk_is_the_same_app(run, served, news):
    """`serve` waits for nobody at its machine, keeps its log bare, and leads from the one address it is told."""
    run("serve", news)
    assert served[0][0][5:7] == ["--server.address=127.0.0.1", "--server.port=8501"]
    assert {"--server.headless=true", str(news)} <= set(served[0][0])
    assert served[0][1]["TIMELINE_LOG"] == "bare"
    assert run("serve", "--host", "0.0.0.0", "--port", "80", "--url", "https://desk.example/timeline/").exit_code == 7
    named = ("browser.serverAddress=desk.example", "browser.serverPort=443", "server.allowedHosts=desk.example")
    assert {f"--{option}" for option in (*named, "server.baseUrlPath=timeline")} <= set(served[1][0])
    assert served[1][1]["TIMELINE_URL"] == "https://desk.example/timeline"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--url", "desk.example"], "no address of a page"),
        (["--url", "https://desk.example/?a=b"], "no address of a page"),
        (["--url", "https://anna@desk.example"], "no address of a page"),
        (["--url", "https://desk.example:x"], "no address of a page"),
        (["--port", "0"], "0 is not in the range"),
        ([".", "--workspace", "postgresql:///x"], "either --workspace or documents"),
    ],
)
def test_a_server_is_not_started_on_what_cannot_be(run, served, options, said):
    """Wrong usage is said before anything listens."""
    done = run("serve", *options)
    assert (done.exit_code, said in done.stderr, served) == (2, True, [])


def test_the_installed_command_runs(tmp_path, table):
    """The console script writes a table from another process; finding dates loads neither pandas nor Plotly."""
    out = tmp_path / "out.csv"
    subprocess.run([sys.executable, "-m", "timeline.cli", "export", str(table), "-o", str(out), "--all"], check=True)
    assert len(pd.read_csv(out)) == 3
    code = (
        "import sys; from timeline.cli import main; main(['dates', '-'], standalone_mode=False); print([*sys.modules])"
    )
    loaded = subprocess.run(
        [sys.executable, "-c", code], input="5 March 2024", capture_output=True, text=True, check=True
    )
    assert not {"'pandas'", "'plotly'", "'streamlit'"} & set(loaded.stdout.splitlines()[-1].strip("[]").split(", "))
    assert "2024-03-05" in loaded.stdout


def test_documents_are_listed(run, tmp_path):
    """`documents` shows a line a document in clean columns, what cannot be read with its problem."""
    (tmp_path / "a.md").write_text("---\ntitle: Pier sold\npublisher: Post\ndate: 2024-03-05\n---\nIt fell and rose.\n")
    (tmp_path / "b.txt").touch()
    done = run("documents", tmp_path)
    head, first, second = done.stdout.splitlines()
    starts = [head.index(name) for name in ("path", "title", "publisher", "published", "basis", "characters")]
    cells = [first[a:b].strip() for a, b in zip(starts, [*starts[1:], None], strict=True)]

    assert (done.exit_code, "\x1b" in done.stdout) == (0, False)
    assert [str(tmp_path / "a.md"), "Pier sold", "Post", "2024-03-05", "metadata"] == cells[:5]
    assert second[head.index("problems") :] == "empty file: nothing to read"


def test_documents_as_json(run, news):
    """`--json` gives the same as JSON; where nothing can be read the exit code is 1."""
    (row,) = json.loads(run("documents", news, "--json").stdout)

    assert (row["path"], row["characters"], row["problems"]) == (str(news), len(NEWS), "")
    assert 1 == run("documents", "gone.txt").exit_code


def test_copies_are_listed_as_copies(run, tmp_path):
    """A document that holds another's article, or nearly, says of which it is a copy."""
    text = "The harbour board sold the northern pier to a group of investors on Monday. Nobody objected to it. " * 3
    for name, more in (("a.txt", ""), ("b.txt", "\n"), ("c.txt", "So far.")):
        (tmp_path / name).write_text(text + more)
    rows = json.loads(run("documents", tmp_path, "--json").stdout)
    said = sorted(row["problems"] for row in rows)

    assert ["", "nearly the same as"] == [said[0], said[1][:18]]
    assert "the same article as" == said[2][:19]


def test_build_in_processes_with_a_cache(run, news, tmp_path, monkeypatch):
    """`--jobs` changes no byte; the cache is kept where TIMELINE_CACHE says, and not with `--no-cache`."""
    monkeypatch.setenv("TIMELINE_CACHE", str(tmp_path / "kept"))
    plain = run("build", news, "-o", "-", "--no-cache")
    assert not (tmp_path / "kept").exists()

    outs = [run("build", news, "-o", "-", "--jobs", "2").stdout for _ in range(2)]
    assert [plain.stdout] * 2 == outs
    assert list((tmp_path / "kept" / "results").iterdir())


@pytest.mark.parametrize("jobs", ["0", "many"])
def test_a_number_of_processes_is_one_from_1(run, news, jobs):
    """`--jobs` takes a whole number from 1."""
    assert 2 == run("build", news, "-o", "-", "--jobs", jobs).exit_code


@pytest.mark.parametrize(
    ("options", "said"), [(["--on", "10.0.0.7"], "no cluster"), (["--on", "dask", "--jobs", "2"], "not both")]
)
def test_a_cluster_is_named_and_works_alone(run, news, options, said):
    """`--on` takes dask or a scheduler's address, and no number of processes beside it."""
    done = run("build", news, "-o", "-", *options)
    assert (done.exit_code, said in done.stderr) == (2, True)


def test_a_log_tells_how_far_the_work_is(monkeypatch, capsys):
    """Where no terminal is, a line now and then says what is done, how fast, and what is left."""
    monkeypatch.setattr(terminal, "PAUSE", 0.0)
    with terminal.show_progress("reading") as step:
        step(10, 40)
        step(20, 40)
    lines = capsys.readouterr().err.splitlines()
    assert "reading: 10 of 40 documents" == lines[0]
    assert re.fullmatch(r"reading: 20 of 40 documents, [\d.]+ a second, 0:00 left", lines[1])


def test_a_workspace_is_copied(run, tmp_path, new_schema):
    """From a file into a database and back; what is there already stays, and what is none is named."""
    from timeline.documents import Document
    from timeline.store import Workspace

    made = Workspace(tmp_path / "a.timeline")
    made.add_documents([Document(text="Acme sued Globex.")], at=dt.datetime.now(dt.UTC))
    address = new_schema()

    assert "1 document and 0 corrections copied to" in run("workspace", "copy", tmp_path / "a.timeline", address).stderr
    assert 0 == run("workspace", "copy", address, tmp_path / "b.timeline").exit_code
    assert made.list_documents() == Workspace(tmp_path / "b.timeline").list_documents()
    again = run("workspace", "copy", tmp_path / "a.timeline", address)
    assert (again.exit_code, "holds a workspace already" in again.stderr) == (1, True)
    empty = run("workspace", "copy", new_schema(), tmp_path / "c.timeline")
    assert (empty.exit_code, "there is no workspace" in empty.stderr) == (1, True)


def test_whoever_runs_a_server_gives_roles(run, tmp_path, new_schema):
    """In a file and in a database; what is no workspace, role or address is refused, and no file is made."""
    from timeline.store import Role, Workspace, list_grants

    for place in (str(tmp_path / "a.timeline"), new_schema()):
        work = Workspace(place)
        done = run("workspace", "grant", place, "Anna@desk.example", "owner")
        assert (done.exit_code, "Anna@desk.example: owner, in" in done.stderr) == (0, True)
        run("workspace", "grant", place, "everyone", "viewer")
        assert list_grants(work) == {"anna@desk.example": Role.OWNER, "everyone": Role.VIEWER}
        assert run("workspace", "grant", place, "anna@desk.example", "none").exit_code == 1
        assert run("workspace", "grant", place, "anna", "viewer").exit_code == 1
    assert run("workspace", "grant", tmp_path / "b.timeline", "anna@desk.example", "owner").exit_code == 1
    assert run("workspace", "grant", tmp_path / "a.timeline", "anna@desk.example", "emperor").exit_code == 2
    assert not (tmp_path / "b.timeline").exists()


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (["--example", "flood", "--workspace", "postgresql:///x"], 2, "either --workspace or documents"),
        (["--workspace", "affair.timeline"], 1, "no address of a database"),
        (["--workspace", "postgresql://desk:secret@127.0.0.1:1/x"], 1, "no connection"),
    ],
)
def test_an_address_that_leads_nowhere_is_said_before_the_page_opens(run, options, code, said):
    """The terminal says what is wrong, without the password, and no server is started."""
    done = run("app", *options)
    assert (done.exit_code, said in done.stderr, "secret" in done.stderr) == (code, True, False)
