"""The filters in the margin of the page, each kept in the URL.

| module | what it has |
|---|---|
| `controls` | the controls, drawn from what the briefing has |
| `link` | what the URL says of them, checked, and kept in step |
"""
