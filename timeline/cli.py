"""The command line: arguments, messages, exit codes. Data goes to stdout, messages to stderr.

Exit codes: 0 done, 1 nothing usable in what was given, 2 wrong usage.
"""

import dataclasses
import datetime as dt
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from timeline.app_command import app, serve
from timeline.arguments import (
    ClusterName,
    FinderName,
    add_out_options,
    add_slice_options,
    add_work_options,
    is_dataset,
    published_day,
    published_table,
)
from timeline.errors import DocumentError, FormatError, TableError, TimelineError
from timeline.launch import serve_app
from timeline.parallel import Executor, Processes
from timeline.refreshing import refresh_deck
from timeline.terminal import (
    DOCUMENT_COLUMNS,
    describe_documents,
    list_paths,
    print_table,
    say,
    show_progress,
    tell_problems,
    tell_title,
)
from timeline.web import is_address
from timeline.workspace_command import workspace

if TYPE_CHECKING:
    from timeline.cache import Cache
    from timeline.dates import DateMention
    from timeline.documents import Document
    from timeline.table import Timeline

__all__ = ["main"]

# The parts of the road are imported where a command needs them: finding dates waits for no tables, opening the app for
# nothing at all.
# ruff: noqa: PLC0415

_STDIO = "-"
_DATE_COLUMNS = ("words", "value", "days", "precision", "basis", "rule")


class _Commands(click.Group):
    """Commands whose own errors are one line and exit code 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except TimelineError as error:
            say(f"error: {error}")
            ctx.exit(1)


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="briefing-timeline", message="%(version)s")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Turn articles into a timeline whose every event can be checked. Without a command: open the app."""
    if ctx.invoked_subcommand is None:
        ctx.exit(serve_app((), []))


@main.command()
@click.argument("paths", nargs=-1, metavar="PATH...")
@add_out_options
@click.option("--resume", is_flag=True, help="Go on with the dataset OUT: with what it was built from, and PATH.")
@click.option(
    "--actors", "actor_list", metavar="LIST", help="A table (name, kind, aliases) that wins over the shipped list."
)
@click.option(
    "--ner", type=FinderName(), metavar="spacy:MODEL", help="Find names with this installed spaCy model, too."
)
@click.option("--title", help="The briefing's title.")
@published_day
@published_table
@click.option(
    "--on",
    "cluster",
    type=ClusterName(),
    metavar="CLUSTER",
    help="Work on a Dask cluster instead: dask for as many workers as this machine has cores, or tcp://HOST:PORT.",
)
@add_work_options
def build(  # noqa: PLR0913  each is one option of the command
    paths: tuple[str, ...],
    *,
    out: str,
    suffix: str | None,
    purpose: str | None,
    scope: str | None,
    top: int | None,
    resume: bool,
    actor_list: str | None,
    ner: str | None,
    title: str | None,
    published: dt.date | None,
    dates_table: str | None,
    cluster: str | None,
    jobs: int,
    no_cache: bool,
    web: bool,
) -> None:
    """Read documents and folders (- is stdin) and write the timeline they tell.

    An OUT that ends in .dataset is a folder for an archive: Parquet files by month, and what each document gave, so
    that what broke off goes on, and more documents can be added, without reading the others again.
    """
    from timeline.build import build_timeline
    from timeline.cluster import open_executor
    from timeline.dataset import hold_dataset, list_inputs, open_readings, write_dataset

    if cluster and jobs > 1:
        raise click.UsageError("give either --on or --jobs, not both")
    dataset = Path(out) if is_dataset(out) else None
    if resume and not dataset:
        raise click.UsageError("--resume goes on with a dataset: give one as -o NAME.dataset")
    if dataset:
        click.get_current_context().with_resource(hold_dataset(dataset))
        paths = list_inputs(dataset, paths, resume=resume)
    if not paths:
        raise click.UsageError("nothing to read: give files or folders")
    suffix, options = ("", {}) if dataset else _choose_format(out, suffix, purpose)
    cache = open_readings(dataset) if dataset else _choose_cache_folder(no_cache=no_cache)
    with open_executor(cluster, jobs, say) as executor:
        documents = _date_documents(_read_documents(paths, published, executor, cache, web=web), dates_table)
        with show_progress("building the timeline") as step:
            timeline = build_timeline(
                documents, actors=actor_list, title=title, progress=step, ner=ner, cache=cache, executor=executor
            )
    tell_problems(timeline)
    _tell_guesses(timeline)
    if not len(timeline.documents):
        raise DocumentError(f"nothing to read in {list_paths(paths)}; give documents or folders with some")
    if dataset:
        counts = write_dataset(timeline, dataset, paths).counts
        say(f"{counts['events']:,} events of {counts['documents']:,} documents written to {out}")
    else:
        _write(timeline, out, suffix, scope, top, options)


@main.command("documents")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@published_day
@published_table
@add_work_options
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of a table.")
def documents_(
    paths: tuple[str, ...],
    *,
    published: dt.date | None,
    dates_table: str | None,
    jobs: int,
    no_cache: bool,
    web: bool,
    as_json: bool,
) -> None:
    """List what is read in PATH (- is stdin): title, publisher, publication date and how it is known, and problems.

    A date that no document states is the guess that a timeline would be built with; its basis is "inferred".
    """
    from timeline.documents import infer_published

    found = infer_published(
        _date_documents(
            _read_documents(paths, published, Processes(jobs), _choose_cache_folder(no_cache=no_cache), web=web),
            dates_table,
        )
    )
    rows = describe_documents(found)
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        print_table(DOCUMENT_COLUMNS, [tuple(map(str, row.values())) for row in rows])
    if all(d.problem for d in found):
        raise DocumentError(f"nothing to read in {list_paths(paths)}; give documents or folders with some")


@main.command()
@click.argument("table")
@add_out_options
@click.option("--title", help="The briefing's title.")
@click.option("--strict", is_flag=True, help="Refuse the first cell that cannot be used, instead of leaving it out.")
@add_slice_options
def export(  # noqa: PLR0913  each is one option of the command
    table: str,
    *,
    out: str,
    suffix: str | None,
    purpose: str | None,
    scope: str | None,
    top: int | None,
    title: str | None,
    strict: bool,
    first: dt.date | None,
    last: dt.date | None,
    names: tuple[str, ...],
) -> None:
    """Write a saved or hand-made TABLE (- is stdin, CSV or JSON), or of a dataset what is asked for, in another format.

    A cell that cannot be used is named with row, column and value, and the other rows are written.
    """
    from timeline.dataset import Slice
    from timeline.formats import parse
    from timeline.slices import cut, read_slice

    asked = Slice(first=first, last=last, actors=names)
    suffix, options = _choose_format(out, suffix, purpose)
    if table == _STDIO:
        data = sys.stdin.buffer.read()
        timeline = cut(parse(data, ".json" if data.lstrip()[:1] in (b"{", b"[") else ".csv", strict=strict), asked)
    else:
        timeline = read_slice(table, asked, strict=strict)
    tell_problems(timeline)
    _write(dataclasses.replace(timeline, title=title) if title else timeline, out, suffix, scope, top, options)


@main.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@published_day
@click.option("--style", type=click.Choice(["auto", "news", "narrative"]), default="auto", show_default=True)
@click.option("--language", metavar="CODE", help="Two letters: the language of PATH (default: each text's own).")
@click.option("--why", is_flag=True, help="Say below each date how it was read.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON instead of a table.")
def dates(
    paths: tuple[str, ...], published: dt.date | None, style: str, language: str | None, *, why: bool, as_json: bool
) -> None:
    """List every date in PATH (- is stdin): its words, how they were read, and by which rule."""
    from timeline.dates import find_dates
    from timeline.documents import blank_furniture, choose_date_language

    documents = _read_documents(paths, published)
    for document in documents:
        if document.problem:
            say(f"problem: {document.path or document.id}: {document.problem}")
    readable = [d for d in documents if not d.problem]
    if not readable:
        raise DocumentError(f"nothing to read in {list_paths(paths)}; give documents or folders with some")
    # A text that is nothing but a date looks like the furniture of a page; whoever asks for its dates means it.
    texts = [article if (article := blank_furniture(d.text)).strip() else d.text for d in readable]
    days = [published or d.published for d in readable]
    found = [
        (document, mention)
        for document, text, day in zip(readable, texts, days, strict=True)
        for mention in find_dates(text, day, style, language=language or choose_date_language(document.language, text))
    ]
    if as_json:
        rows = [{"document": d.path or d.id, **dataclasses.asdict(m)} for d, m in found]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1, default=str))
    elif found:
        _print_dates([m for _, m in found], why=why)
    if not found:
        raise DocumentError(f"no date found in {list_paths(paths)}")


main.add_command(app)
main.add_command(serve)
main.add_command(workspace)


def _choose_format(out: str, suffix: str | None, purpose: str | None) -> tuple[str, dict[str, Any]]:
    """The format to write, and its options: the one asked for, else that of the purpose, else that of the file's name;
    CSV on stdout.
    """
    from timeline.formats.lookup import find_format
    from timeline.formats.presets import PRESETS

    try:
        named = suffix or (find_format(Path(out).name).suffix if out != _STDIO else None)
    except FormatError as error:
        raise click.BadParameter(str(error), param_hint="--out") from error
    if purpose is None:
        return named or ".csv", {}
    preset = PRESETS[purpose]
    if named not in {None, preset.suffix}:
        raise click.UsageError(f"a {named} serves for no {purpose}; name the file *{preset.suffix}, or leave --for out")
    return preset.suffix, preset.options


def _choose_cache_folder(*, no_cache: bool) -> Path | None:
    """Where to keep what was worked out, if anywhere."""
    from timeline.cache import find_default_folder

    return None if no_cache else find_default_folder()


def _read_documents(
    paths: Sequence[str],
    published: dt.date | None,
    executor: Executor | None = None,
    cache: "Path | Cache | None" = None,
    *,
    web: bool = False,
) -> "list[Document]":
    """The documents in `paths`, the text on stdin among them if one is ``-``, web addresses only where `web`."""
    from timeline.documents import read_addresses, read_documents

    addresses = [path for path in paths if is_address(path)]
    if addresses and not web:
        raise DocumentError(f"{addresses[0]!r} is a web address, and nothing is fetched unless asked for: add --web")
    paths = [path for path in paths if path not in addresses]
    with tempfile.TemporaryDirectory() as folder, show_progress("reading documents") as step:
        stdin = Path(folder) / "stdin.txt"  # as a file, it is read like any other, whatever its encoding
        if _STDIO in paths:
            stdin.write_bytes(sys.stdin.buffer.read())
        files = [stdin if path == _STDIO else Path(path) for path in dict.fromkeys(paths)]
        documents = read_documents(files, published=published, progress=step, cache=cache, executor=executor)
    if addresses:
        with show_progress("fetching") as step:
            documents += read_addresses(addresses, published=published, progress=step)
    return [dataclasses.replace(d, path=_STDIO) if d.path == str(stdin) else d for d in documents]


def _date_documents(documents: "list[Document]", dates_table: str | None) -> "list[Document]":
    """`documents` with the dates that the table gives, if there is one."""
    from timeline.documents import give_dates, read_given_dates

    if dates_table is None:
        return documents
    dated, problems = give_dates(documents, read_given_dates(dates_table))
    for problem in problems:
        say(f"problem: {dates_table}: {problem}")
    return dated


def _tell_guesses(timeline: "Timeline") -> None:
    """Say how many publication dates nobody stated, for dates like "on Monday" rest on them."""
    bases = timeline.documents["published_basis"].tolist()
    guesses, unknown = bases.count("inferred"), bases.count("none")
    how = "give them with --published-table dates.csv (path, date) or in the app"
    if guesses:
        say(f"{guesses} of {len(bases)} publication dates {'is a guess' if guesses == 1 else 'are guesses'}: {how}")
    if unknown:
        say(f"{unknown} of {len(bases)} publication dates {'is' if unknown == 1 else 'are'} not known: {how}")


def _write(
    timeline: "Timeline", out: str, suffix: str, asked: str | None, top: int | None, options: dict[str, Any]
) -> None:
    """Write the `top` events of the scope `asked` for, if there are any: of all, where only a number is given."""
    from timeline.formats import render, write_file
    from timeline.table import select

    if not len(timeline.events):
        raise TableError(
            "no event found, so nothing was written; an event needs someone who does something at some time"
        )
    scope = asked or ("all" if top else "main")
    part = select(timeline, scope, top)
    kept = len(part.events)
    if not kept:
        raise TableError(
            f"none of the {len(timeline.events)} events is in {scope!r}, so nothing was written; try --all"
        )
    tell_title(part, suffix)
    content = render(timeline, suffix, scope=scope, top=top, **options)
    if out == _STDIO:
        sys.stdout.buffer.write(content)
        return
    write_file(Path(out), content)
    say(f"{kept} of {len(timeline.events)} events written to {out}")


def _print_dates(mentions: "Sequence[DateMention]", *, why: bool) -> None:
    rows = [(m.text, m.timex_value, _write_days(m), m.precision or "", m.basis or "", m.rule) for m in mentions]
    print_table(_DATE_COLUMNS, rows, [m.reading for m in mentions] if why else [])


def _write_days(mention: "DateMention") -> str:
    first, last = mention.first, mention.last
    if first == last:
        return first.isoformat() if first else ""
    return f"{first or ''} – {last or ''}".strip()


main.add_command(refresh_deck)

if __name__ == "__main__":
    main()
