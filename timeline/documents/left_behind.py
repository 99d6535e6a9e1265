"""The name of a file or folder -> whether a system or program left it behind, so that nobody means it as a document."""

from collections.abc import Sequence

__all__ = ["is_left_behind", "is_of_system", "is_part_of_page"]

_BEGINNINGS = ("~$", "~wrl", "thumbs.db", "desktop.ini", "ehthumbs", "icon\r")
_UNFINISHED = (".crdownload", ".part", ".partial", ".download", ".tmp", ".temp", ".bak", ".swp", ".lock", ".lnk")
_FOLDERS = ("__macosx", "$recycle.bin", "system volume information", "@eadir")
# What browsers call the folder with the pictures and scripts of a saved page, in the languages they speak.
_ASSETS = (
    *("_files", "-files", ".files", "_dateien", "-dateien", "_fichiers", "_archivos", "_file", "_bestanden"),
    *("_arquivos", "_pliki", "_filer", "_tiedostot"),
)
_PAGES = (".html", ".htm", ".xhtml", ".mht", ".mhtml")


def is_left_behind(name: str) -> bool:
    """Whether a file of this name is hidden, a lock, an unfinished download or a system's own.

    Examples
    --------
    >>> is_left_behind("~$report.docx"), is_left_behind("a.txt.crdownload"), is_left_behind("report.docx")
    (True, True, False)
    """
    plain = name.casefold()
    return plain.startswith((".", *_BEGINNINGS)) or plain.endswith(_UNFINISHED)


def is_of_system(folder: str) -> bool:
    """Whether a folder of this name is hidden or a system's own."""
    return folder.startswith(".") or folder.casefold() in _FOLDERS


def is_part_of_page(folder: str, beside: Sequence[str]) -> bool:
    """Whether a folder holds the pictures and scripts of a page that was saved `beside` it.

    Examples
    --------
    >>> is_part_of_page("Pier sold_files", ["Pier sold.html"]), is_part_of_page("case_files", ["a.txt"])
    (True, False)
    """
    stem = next((folder[: -len(end)] for end in _ASSETS if folder.casefold().endswith(end)), "")
    return bool(stem) and any(name.startswith(stem) and name.casefold().endswith(_PAGES) for name in beside)
