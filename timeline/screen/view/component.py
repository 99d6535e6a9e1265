"""The page part with chart, list and selected event: our own component, mounted with plain data.

What goes in is one dictionary (`timeline.screen.view.contents`); what comes back is what the user did
(`timeline.screen.session`). It needs a component of its own because Streamlit's chart throws away zoom, pan and
selection at every change of the figure.

The page says what the user did, numbered, until it is told that it was heard: while a run is under way, a later
message takes the place of an earlier one of the same component, and a click would be lost.
"""

import dataclasses
import json
from collections.abc import Callable, Sequence
from importlib import resources
from typing import Any, Final

import plotly
import streamlit as st
from streamlit.components.v1 import declare_component

from timeline.screen.view.scripts import SCRIPTS, join_modules

__all__ = ["Ear", "mount", "plotly_path", "preload"]


def _text(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


_component = st.components.v2.component(
    "timeline.view",
    html=_text("view.html"),
    css=_text("view.css"),
    js=join_modules(SCRIPTS / "view.js"),
    isolate_styles=False,  # Plotly puts its style sheet into the page, where a shadow root would not see it
)


_PLOTLY: Final = join_modules(SCRIPTS / "plotly.js")


def preload() -> None:
    """Let the page fetch and start plotly.js while the rest is still being worked out.

    As a script in the page's first words: a component comes only when Streamlit has loaded what shows components.
    """
    start = f"{_PLOTLY}\nloadPlotly({json.dumps(plotly_path())}).catch(() => {{}});"  # the chart says why
    with st.container(key="preloader"):
        st.html(f"<script>(() => {{\n{start}\n}})();</script>", unsafe_allow_javascript=True)


def plotly_path() -> str:
    """Where the page finds plotly.js: the installed plotly package's own copy, served by Streamlit.

    Streamlit serves the folder of any declared component, from every entry and without configuration; the component
    itself is never mounted. It is declared at each run since a declaration outside of one is not kept.
    """
    folder = resources.files("plotly") / "package_data"
    served = declare_component("plotly_js", path=str(folder))
    return f"component/{served.name}/plotly.min.js?v={plotly.__version__}"


@dataclasses.dataclass(slots=True)
class Ear:
    """What was heard of what the user did: the number of the last action that was done.

    A newer message stops the run under way, and with it what is just being done, wherever that touches session state.
    So the number is kept beside it, and raised once the action is done: the page says what was cut off again.
    """

    number: int = 0

    def hear(self, actions: Sequence[tuple[int, str, Any]], do: Callable[[str, Any], None]) -> None:
        """Do what was not done yet, in order."""
        for number, action, value in actions:
            if number > self.number:
                try:
                    do(action, value)
                except Exception:
                    self.number = number  # said again, it would only fail again
                    raise
                self.number = number


def mount(data: dict[str, Any], heard: Callable[[str, Any], None]) -> None:
    """Show `data`; before the next run `heard` is called with each action's name and value, in order and once.

    ``data["session"]`` names the session: what was said to another one, which the server has forgotten, is not heard.
    """
    state = st.session_state
    ear: Ear = state.setdefault("heard", Ear())

    def listen() -> None:
        said = state["timeline"]["said"]
        if said["to"] == data["session"]:
            ear.hear(said["actions"], heard)

    _component(key="timeline", data=data | {"heard": ear.number}, on_said_change=listen)
