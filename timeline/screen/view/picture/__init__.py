"""A figure as a still picture on the page; where the server has no Chrome, the user's own browser saves it, too."""

import hashlib
import json
from pathlib import Path
from typing import Any

import streamlit as st
from plotly.utils import PlotlyJSONEncoder

from timeline.figure import join_texts
from timeline.formats import FORMATS
from timeline.screen.view.component import find_plotly_path
from timeline.screen.view.scripts import join_modules
from timeline.typeface import write_style_sheet

__all__ = ["show_picture"]


_picture = st.components.v2.component(
    "timeline.picture",
    html='<figure class="tl-picture"><img alt=""><button type="button" hidden></button><p role="status"></p></figure>',
    css=Path(__file__).with_name("picture.css").read_text("utf-8"),
    js=join_modules(Path(__file__).with_name("picture.js")),
    isolate_styles=False,  # Plotly measures text in the page, where a shadow root's styles do not reach
)


def show_picture(figure: dict[str, Any], alt: str, *, save: str = "", suffix: str = ".png") -> None:
    """Show `figure`; with `save`, a file name, the user's browser offers to save it in the format of `suffix`."""
    plain = json.loads(json.dumps(figure, cls=PlotlyJSONEncoder))
    asked = {"name": save, "format": suffix[1:], "scale": FORMATS[suffix].dots} if save else None
    size = {name: plain["layout"][name] for name in ("width", "height")}
    data = {"figure": plain, "size": size, "alt": alt, "save": asked, "typeface": write_style_sheet(join_texts(plain))}
    drawn = hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()[:16]
    _picture(key="picture", data=data | {"id": drawn, "plotly": find_plotly_path()})
