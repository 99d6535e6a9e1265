"""What is open, what is new in it, and what a user asks to see of it: the app's logic, without the page.

| module | what it has |
|---|---|
| `inputs` | documents and tables that are opened together |
| `open_workspace` | the workspace as it stands: documents, timeline, corrections |
| `news` | which events are new, and how that is said |
| `uploads` | what a file that is given is taken for: documents, tables, workspaces |
| `certainty` | how far the events are checked, and which are least certain |
| `proposals` | events likely to be one, actors that look the same |
| `actions` | which of the page's actions were done |
| `exports` | a file that a user asks for |
| `filters` | what a user asks to see, and which events pass |
"""
