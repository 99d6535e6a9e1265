"""The app on the paths that the page's cookie names: one server for every test, and each its own documents."""

import json
from urllib.parse import unquote

import streamlit as st

from timeline.screen import GUARDED, KEPT, MARKED, TYPEFACE, show

app = st.App(__file__, middleware=[GUARDED, MARKED, KEPT], routes=[TYPEFACE])

if st.runtime.exists():
    show(json.loads(unquote(st.context.cookies["paths"])))
