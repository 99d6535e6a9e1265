"""Streamlit's entry: `streamlit run app.py`, or `streamlit run app.py -- PATH...` for documents of your own.

It is loaded once for the server, which is `app`, and again at every run of a page, which is what `show` shows.
"""

import sys
from pathlib import Path

import streamlit as st

from timeline.screen import GUARDED, KEPT, MARKED, TYPEFACE, find_login_settings, opens_browser, show

app = st.App(
    __file__,
    secrets=find_login_settings(),
    middleware=[GUARDED, MARKED, KEPT],
    routes=[TYPEFACE],
    lifespan=opens_browser,
)

# Streamlit puts the script first and the reader's paths after it; any other caller's arguments are not ours.
if st.runtime.exists():
    show(sys.argv[1:] if Path(sys.argv[0]).name == Path(__file__).name else [])
