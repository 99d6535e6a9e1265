"""A PDF of pictures -> the same with its text, by ocrmypdf where that is installed; the program brings none itself."""

import shutil
import subprocess

from timeline.errors import DocumentError

__all__ = ["can_recognise", "recognise_text"]

LONGEST_WAIT = 300  # seconds on the clock, of which a page takes two to five
MOST_PAGES = 60
PROGRAM = "ocrmypdf"


def can_recognise() -> bool:
    """Whether the program is installed."""
    return shutil.which(PROGRAM) is not None


def recognise_text(data: bytes, pages: int) -> bytes:
    """The PDF file in `data` with the text that is recognised in its pictures.

    Raises
    ------
    DocumentError
        If the program is not installed, `pages` are more than it is given, or it fails.
    """
    program = shutil.which(PROGRAM)
    if program is None:
        raise DocumentError(
            "a PDF of pictures without text: run text recognition (OCR) on it first, or install ocrmypdf for that"
        )
    if pages > MOST_PAGES:
        raise DocumentError(
            f"a PDF of {pages:,} pictures, of which {MOST_PAGES} are recognised: run {PROGRAM} on it first"
        )
    try:
        done = subprocess.run(  # noqa: S603  a program that the user installed, without a shell; the file goes in as bytes
            [program, "--quiet", "--skip-text", "--output-type", "pdf", "--jobs", "1", "-", "-"],
            input=data, capture_output=True, timeout=LONGEST_WAIT, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        raise DocumentError(
            f"a PDF of pictures over which {PROGRAM} failed ({type(error).__name__}): run it first"
        ) from error
    if done.returncode or not done.stdout.startswith(b"%PDF"):
        said = " ".join(done.stderr.decode("utf-8", "replace").split())[-120:]
        raise DocumentError(f"a PDF of pictures over which {PROGRAM} failed ({said or done.returncode}): run it first")
    return done.stdout
