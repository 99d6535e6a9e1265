"""The page in the browser, one module a part of it; with `app.py` the only code that imports Streamlit.

What comes in is a `Timeline` and what the user does; what goes out is the page. It holds no rules: what is open, what
is new and what passes a filter is `timeline.session`'s, positions come from `timeline.layout`, the figure from
`timeline.figure`, files from `timeline.formats`.

| module | part of the page |
|---|---|
| `page` | the whole, and its header |
| `state` | what is kept of one tab between its runs, with types |
| `session`, `selection` | what the link asks for and what the user did, kept |
| `news` | the lines above the chart: what is new, what hinders, what is asked |
| `login`, `visitor` | who looks at it, and the way in where everybody is asked |
| `colleagues` | what others do on the same workspace, brought to an open page |
| `filters/` | the controls in the margin |
| `view/` | chart, list and selected event |
| `workspace/` | the file this session works on: documents, timeline, corrections |
| `dialogs/` | what opens over the page: documents, corrections, exports |
| `address` | what the address says is chosen, kept in step |
| `skeleton` | what stands there while there is nothing to show yet |
| `words` | dates and statuses in words |
| `messages` | what hinders or warns, said so that no sign in it is a mark |
| `logs` | what a server that many use says of itself |
| `serving` | what the server does besides: `app.py` says so to Streamlit |
"""

from timeline.screen.page import show
from timeline.screen.serving import GUARDED, KEPT, MARKED, TYPEFACE, opens_browser
from timeline.screen.visitor import find_login_settings

__all__ = ["GUARDED", "KEPT", "MARKED", "TYPEFACE", "find_login_settings", "opens_browser", "show"]
