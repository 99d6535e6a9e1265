"""What stands on the page while there is nothing to show yet: grey shapes where its parts will be."""

from typing import Final

import streamlit as st

__all__ = ["show_skeleton"]

_ROWS: Final = 5
_SHAPES: Final = (
    '<div class="skeleton" aria-hidden="true"><i class="title"></i><i class="chart"></i>'
    f"<div><p>{'<i></i>' * _ROWS}</p><p>{'<i></i>' * (_ROWS - 2)}</p></div></div>"
)


def show_skeleton(place: st.delta_generator.DeltaGenerator) -> st.delta_generator.DeltaGenerator:
    """Fill `place` with it; gives a place above the shapes, for a bar that says how far the work is."""
    with place.container():
        bar = st.empty()
        st.html(_SHAPES)
    return bar
