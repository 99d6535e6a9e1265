"""What opens over the page: documents to open, corrections, exports.

| module | what it has |
|---|---|
| `router` | the dialog that is open, shown |
| `base` | a dialog opened and closed, and the buttons it ends with |
| `menu` | what can be corrected and from where |
| `event_form` | the fields of an event, to correct or to add one |
| `merge_split` | events merged, and one split |
| `names` | the names of the briefing and of its actors |
| `notes` | notes on the chart and shaded periods |
| `history` | what was changed when, and what of it does not hold |
| `sharing` | who may read, correct or own the briefing |
| `workspace_file` | the workspace saved and opened as a file |
| `open_documents` | “Open documents…” |
| `publication_dates` | publication dates that no document states, asked for |
| `export`, `export_preview` | “Export…”: what to write and how, and what it will look like |
| `export_refresh` | an earlier deck brought up to date |
"""
