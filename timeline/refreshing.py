"""`timeline refresh`: a deck brought up to date, and what is different in it as a table on stdout."""

from pathlib import Path

import click

from timeline.arguments import add_scope_options
from timeline.terminal import print_table, say, tell_problems

__all__ = ["refresh_deck"]

# ruff: noqa: PLC0415  slides are imported where the command is run, as in `timeline.cli`


@click.command("refresh")
@click.argument("deck", type=click.Path(exists=True, dir_okay=False), metavar="DECK")
@click.argument("table", metavar="TABLE")
@add_scope_options
@click.option("--no-new", is_flag=True, help="Bring up to date what the deck tells, and add nothing.")
@click.option("-o", "--out", metavar="OUT", help="The file to write (default: DECK itself).")
def refresh_deck(deck: str, table: str, out: str | None, scope: str | None, top: int | None, *, no_new: bool) -> None:
    """Bring DECK, slides that this program wrote, up to date with a saved or hand-made TABLE.

    What you moved, coloured, typed over or added stays. What is different is listed: changed, new, gone, and where your
    own words stand against the table's.
    """
    from timeline.formats import read_table, write_file
    from timeline.formats.refresh import refresh
    from timeline.table import select

    timeline = read_table(table)
    tell_problems(timeline)
    asked = select(timeline, scope or ("all" if top else "main"), top).events["event_id"].tolist()
    made = refresh(Path(deck).read_bytes(), timeline, add=[] if no_new else asked)
    write_file(Path(out or deck), made.content)
    if made.changes:
        rows = [(c.what, c.title, c.words, ", ".join(map(str, c.slides))) for c in made.changes]
        print_table(("what", "event", "difference", "slides"), rows)
    say(f"{len(made.changes)} differences written to {out or deck}" if made.changes else "nothing is different")
