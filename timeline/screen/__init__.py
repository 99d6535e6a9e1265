"""The page in the browser, one file a part of it; with `app.py` the only code that imports Streamlit.

What comes in is a `Timeline` and what the user does; what goes out is the page. It holds no rules: what is open, what
is new and what passes a filter is `timeline.session`'s, positions come from `timeline.layout`, the figure from
`timeline.figure`, files from `timeline.formats`.

| file | part of the page |
|---|---|
| `page` | the whole, and its header |
| `session`, `selection` | what the link asks for and what the user did, kept |
| `contents` | what the component with chart, list and panel is sent |
| `workspace` | the file this session works on: documents, timeline, corrections |
| `briefing` | what is opened, read and built once |
| `filter_controls` | the controls in the margin |
| `chart` | what the page needs to draw the chart |
| `reading` | the list by month |
| `overview` | the numbers under the title, and what they count |
| `detail` | the selected event, and a document with its events marked |
| `correcting`, `dialogs` | what can be corrected and from where; which dialog is open |
| `event_form`, `grouping`, `naming` | an event's fields; merging and splitting; names of actors and briefing |
| `history`, `keeping` | what was changed when; the workspace saved and opened as a file |
| `opening`, `uploads` | “Open documents…”; what a file that is given is taken for |
| `dating` | publication dates that no document states, asked for |
| `news` | the line above the chart: what is new, what hinders, what is asked |
| `exporting`, `previews` | “Export…”: what to write and how, and what it will look like |
| `picture/` | the component that draws a still picture, and saves it where the server has no Chrome |
| `words` | dates and statuses in words |
| `messages` | what hinders or warns, said so that no sign in it is a mark |
| `serving` | what the server does besides: `app.py` says so to Streamlit |
| `reader/` | the component that shows chart, list and event: HTML, CSS, JavaScript |
"""

from timeline.screen.page import show
from timeline.screen.serving import GUARDED, KEPT, MARKED, TYPEFACE, opens_browser

__all__ = ["GUARDED", "KEPT", "MARKED", "TYPEFACE", "opens_browser", "show"]
