"""Streamlit's entry: `streamlit run app.py`, or `streamlit run app.py -- PATH...` for documents of your own."""

import sys
from pathlib import Path

from timeline.screen import show

# Streamlit puts the script first and the reader's paths after it; any other caller's arguments are not ours.
show(sys.argv[1:] if Path(sys.argv[0]).name == Path(__file__).name else [])
