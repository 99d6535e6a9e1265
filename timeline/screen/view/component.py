"""The page part with chart, list and selected event: our own component, mounted with plain data.

What goes in is one dictionary (`timeline.screen.view.contents`); what comes back is what the user did
(`timeline.screen.session`). It needs a component of its own because Streamlit's chart throws away zoom, pan and
selection at every change of the figure.

The page says what the user did, numbered, until it is told that it was heard: while a run is under way, a later
message takes the place of an earlier one of the same component, and a click would be lost.
"""

import json
from collections.abc import Callable
from importlib import resources
from typing import Any, Final

import plotly
import streamlit as st
from streamlit.components.v1 import declare_component

from timeline.screen.state import state
from timeline.screen.view.scripts import SCRIPTS, join_modules
from timeline.session.actions import ActionLog

__all__ = ["find_plotly_path", "mount", "preload"]


def _read_text(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


_component = st.components.v2.component(
    "timeline.view",
    html=_read_text("view.html"),
    css=_read_text("view.css"),
    js=join_modules(SCRIPTS / "view.js"),
    isolate_styles=False,  # Plotly puts its style sheet into the page, where a shadow root would not see it
)


_PLOTLY: Final = join_modules(SCRIPTS / "plotly.js")


def preload() -> None:
    """Let the page fetch and start plotly.js while the rest is still being worked out.

    As a script in the page's first words: a component comes only when Streamlit has loaded what shows components.
    """
    start = f"{_PLOTLY}\nloadPlotly({json.dumps(find_plotly_path())}).catch(() => {{}});"  # the chart says why
    with st.container(key="preloader"):
        st.html(f"<script>(() => {{\n{start}\n}})();</script>", unsafe_allow_javascript=True)


def find_plotly_path() -> str:
    """Where the page finds plotly.js: the installed plotly package's own copy, served by Streamlit.

    Streamlit serves the folder of any declared component, from every entry and without configuration; the component
    itself is never mounted. It is declared at each run since a declaration outside of one is not kept.
    """
    folder = resources.files("plotly") / "package_data"
    served = declare_component("plotly_js", path=str(folder))
    return f"component/{served.name}/plotly.min.js?v={plotly.__version__}"


def mount(data: dict[str, Any], heard: Callable[[str, Any], None]) -> None:
    """Show `data`; before the next run `heard` is called with each action's name and value, in order and once.

    ``data["session"]`` names the session: actions sent to another one, which the server has forgotten, are ignored.
    """
    log = state.heard or ActionLog()
    state.heard = log

    def listen() -> None:
        said = st.session_state["timeline"]["said"]
        if said["to"] == data["session"]:
            log.do_new(said["actions"], heard)

    _component(key="timeline", data=data | {"heard": log.number}, on_said_change=listen)
