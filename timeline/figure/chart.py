"""A Plotly figure that takes its typeface along: into a notebook, a page, a browser."""

import json
import sys
import webbrowser
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import plotly.io
from plotly.utils import PlotlyJSONEncoder

from timeline.typeface import FONT_STACK, write_face_script

__all__ = ["Chart", "join_texts"]

# Another name for the same stack: Plotly keeps what it measured by the name of the font.
_MEASURED_ANEW = f"Plotly.relayout('{{plot_id}}', {{'font.family': '{FONT_STACK.replace(', ', ',')}'}});"


def join_texts(figure: Any) -> str:
    """All that a figure, or the dict of one, may say, in one string."""
    return json.dumps(figure, cls=PlotlyJSONEncoder, ensure_ascii=False)


class Chart(go.Figure):  # type: ignore[misc]
    """A figure as Plotly's, whose pages bring the typeface in which its labels were measured."""

    def to_html(self, *args: Any, **kwargs: Any) -> str:
        """As Plotly's, with the typeface in it."""
        return self._with_typeface(super().to_html(*args, **kwargs))

    def write_html(self, file: Any, *args: Any, auto_open: bool = False, **kwargs: Any) -> None:
        """As Plotly's, with the typeface in it."""
        if not isinstance(file, str | Path):
            file.write(self.to_html(*args, **kwargs))
            return
        super().write_html(file, *args, auto_open=False, **kwargs)
        path = Path(file)
        path.write_text(self._with_typeface(path.read_text("utf-8")), "utf-8")
        if auto_open:
            webbrowser.open(path.absolute().as_uri())

    def show(self, *args: Any, **kwargs: Any) -> None:
        """As Plotly's; a notebook, or the page that opens in a browser, gets the typeface, too."""
        script = write_face_script(join_texts(self))
        ipython = sys.modules.get("IPython")
        if ipython and ipython.get_ipython():
            ipython.display.display(ipython.display.HTML(f"<script>{script}</script>"))
        after = kwargs.pop("post_script", None) or []
        after = list(after) if isinstance(after, list | tuple) else [after]
        super().show(*args, post_script=[script + _MEASURED_ANEW, *after], **kwargs)

    def _repr_html_(self) -> str:
        return self._with_typeface(str(super()._repr_html_()))

    def _ipython_display_(self) -> None:
        if plotly.io.renderers.render_on_display and plotly.io.renderers.default:
            self.show()
        else:
            super()._ipython_display_()

    def _with_typeface(self, page: str) -> str:
        """`page`, whole or a part of one, with a script before all others that adds the typeface."""
        script = f"<script>{write_face_script(join_texts(self))}</script>"
        return page.replace("<head>", f"<head>{script}", 1) if "<head>" in page[:200] else script + page
