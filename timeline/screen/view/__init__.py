"""The page part with chart, list and selected event: what it is sent, and the component that shows it.

| module | what it has |
|---|---|
| `contents` | everything the component is sent, put together |
| `chart` | the chart: its figure, size, window and text alternative |
| `lane_choice` | which lanes there are, in which order, and which are folded |
| `event_list` | the list by month |
| `event_panel` | the selected event, and a document with its events marked |
| `also_told` | what tells the selected event in other words |
| `overview` | the numbers under the title, and what they count |
| `story` | the events that story mode tells one by one |
| `who_says` | who says what: events as rows, sources as columns |
| `component` | the component itself: `view.html`, `view.css` and the modules in `js/` |
| `scripts` | those modules joined to one script |
| `picture/` | the component that draws a still picture, and saves it where the server has no Chrome |
"""
