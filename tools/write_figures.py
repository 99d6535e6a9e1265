"""Measures this version on the reference material beside the checkout and writes its section of `docs/figures.md`.

    python tools/write_figures.py [--shared ../shared] [--quick]

The corpora are third-party text and no part of the project; where they are not there, nothing is written. A section is
kept for each release: the one of the version at hand is replaced, the others stay.
"""

import argparse
import datetime as dt
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/figures.md"
HEAD = """# Figures

How good each release is, measured by `python tools/write_figures.py` on annotated corpora that were not made for it.
They lie outside the project, since they are third-party text, and lay open while the rules were written: text that
nobody has seen before fares somewhat worse. The affair of the default briefing is the one the program was first built
on, so its figures are the best case; the whole affairs are what a user with an own pile can expect.
"""


class Measure(NamedTuple):
    """What is measured, by which scorer on what, how its answer is said, and what to compare it with."""

    what: str
    scorer: str
    arguments: tuple[str, ...]
    say: Callable[[dict[str, Any]], str]
    beside: str
    slow: bool = False


def _dates(found: dict[str, Any]) -> str:
    return " / ".join(f"{found[name]['F1']:.1f}" for name in ("value", "strict", "relaxed"))


def _timeline(found: dict[str, Any]) -> str:
    tiers = ", ".join(f"{name} {found[name][0]} of {found[name][1]}" for name in ("card", "core", "extra", "exact"))
    return f"{tiers}; {found['main_rows']} main events of {found['rows']}"


def _plain(*names: str) -> Callable[[dict[str, Any]], str]:
    return lambda found: "; ".join(f"{name} {_number(found[name])}" for name in names if name in found)


def _number(value: Any) -> str:
    if isinstance(value, dict):
        return " / ".join(f"{key} {_number(part)}" for key, part in value.items())
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


MEASURES = (
    Measure(
        "dates in news (MEANTIME): F1 of value / exact span / overlap", "score_dates.py",
        ("corpora/dates_news_meantime.jsonl",), _dates, "HeidelTime: 77.2 / 81.7 / 89.9",
    ),
    Measure(
        "dates in narrative (WikiWars): the same", "score_dates.py",
        ("corpora/dates_narrative_wikiwars.jsonl", "--style", "narrative"), _dates, "HeidelTime: 84.0 (value)",
    ),
    Measure(
        "the default affair, original articles: events found", "score_timeline.py",
        ("gold/h20.json", "seeds/*.txt"), _timeline, "all of them",
    ),
    Measure(
        "salient events and their agents (TimeSET)", "score_agents.py",
        ("corpora/events_wikinews.jsonl",), _plain("triggers", "agents", "per_document"), "naive rules: 29 %, 22.6",
    ),
    Measure(
        "timelines by actor (SemEval-2015 task 4)", "score_actor_timelines.py",
        ("corpora/timelines_apple",), _plain("strict", "loose", "token"), "naive rules: 17.3 strict, 8.3 token",
    ),
    Measure(
        "one event once (ECB+)", "score_merge.py",
        ("corpora/merge_ecb.jsonl",), _plain("pairs", "b3", "rows", "mixed"), "same trigger: pairs F1 60", slow=True,
    ),
    *(
        Measure(
            f"a whole affair ({name}) against journalists' timelines", "score_affair.py",
            (f"corpora/affair_{name}.json",), _plain("date_f1", "covered", "rouge", "smell", "main"),
            "counting how often a day is named: date F1 .64", slow=True,
        )
        for name in ("finan", "h1n1", "iraq")
    ),
)  # fmt: skip


def measure(shared: Path, *, quick: bool) -> list[str]:
    """One row of the table for each measure; what a scorer refuses ends the run with its message."""
    rows = ["| what | figure | beside |", "|---|---|---|"]
    for one in MEASURES:
        if quick and one.slow:
            continue
        paths = [str(path) for a in one.arguments for path in (sorted(shared.glob(a)) or [_beside(shared, a)])]
        command = [sys.executable, str(shared / "eval" / one.scorer), *paths, "--json"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if not done.stdout.strip().startswith(("{", "[")):
            sys.exit(f"{one.scorer} {' '.join(one.arguments)}: {done.stderr.strip()[-400:]}")
        found = json.loads(done.stdout)
        rows.append(f"| {one.what} | {one.say(found[0] if isinstance(found, list) else found)} | {one.beside} |")
    return rows


def _beside(shared: Path, argument: str) -> str:
    return str(shared / argument) if "/" in argument else argument


def section_for(version: str, day: dt.date, rows: list[str]) -> str:
    """The section of one release."""
    return "\n".join([f"## {version}", "", f"Measured on {day.isoformat()}.", "", *rows, ""])


def put(page: str, version: str, section: str) -> str:
    """`page` with `section` in place of the one of `version`, or in front of the others."""
    head, *others = re.split(r"^(?=## )", page or HEAD, flags=re.MULTILINE)
    kept = [other for other in others if not other.startswith(f"## {version}\n")]
    return "\n".join(part.strip() + "\n" for part in (head, section, *kept))


def main() -> None:
    """Measure and write."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    arguments.add_argument("--quick", action="store_true", help="leave out what takes minutes")
    asked = arguments.parse_args()
    if not (asked.shared / "eval").is_dir():
        sys.exit(f"no scorers in {str(asked.shared / 'eval')!r}; give the folder with --shared")
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    section = section_for(version, dt.datetime.now(tz=dt.UTC).date(), measure(asked.shared, quick=asked.quick))
    PAGE.write_text(put(PAGE.read_text("utf-8") if PAGE.exists() else "", version, section), "utf-8")


if __name__ == "__main__":
    main()
