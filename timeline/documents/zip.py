"""The bytes of a ZIP archive -> the files in it, within limits and without unpacking anything to the disk."""

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from timeline.documents.left_behind import is_left_behind, is_of_system, is_part_of_page
from timeline.errors import DocumentError

__all__ = ["BROKEN", "LARGEST_ARCHIVE", "check_archive", "unpack_zip"]

MOST_ENTRIES = 5_000
LARGEST_ENTRY = 50_000_000  # bytes unpacked
LARGEST_ARCHIVE = 200_000_000  # bytes unpacked, all entries

# What zipfile raises for archives that are broken, encrypted or packed in ways it does not know.
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)


def check_archive(archive: zipfile.ZipFile) -> None:
    """Raise a `DocumentError` if `archive` announces more entries or bytes than are unpacked, or is encrypted."""
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise DocumentError(f"{len(entries):,} entries, more than the {MOST_ENTRIES:,} that are unpacked: split it")
    if sum(e.file_size for e in entries) > LARGEST_ARCHIVE or any(e.file_size > LARGEST_ENTRY for e in entries):
        raise DocumentError(f"unpacks to more than {LARGEST_ARCHIVE // 1_000_000} MB: unpack it and choose from it")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise DocumentError("encrypted: unpack it and give the files")


def unpack_zip(data: bytes) -> Iterator[tuple[str, bytes | DocumentError]]:
    """The names and bytes of the files in the archive, sorted by name; hidden ones are passed over.

    A name is what the archive calls the file, without what would lead out of a folder; nothing is written anywhere.
    A file that cannot be unpacked comes with the error instead of its bytes.

    Raises
    ------
    DocumentError
        If `data` is no archive, is broken or encrypted, or exceeds the limits.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except BROKEN as error:
        raise DocumentError(f"no ZIP archive that can be read ({error}): pack it again") from error
    with archive:
        check_archive(archive)
        names = [entry.filename for entry in archive.infolist()]
        for entry in sorted(archive.infolist(), key=lambda entry: entry.filename):
            parts = [part for part in PurePosixPath(entry.filename.replace("\\", "/")).parts if part not in {"/", ".."}]
            if parts and not entry.is_dir() and not _is_passed_over(parts, names):
                yield "/".join(parts), _read_entry(archive, entry)


def _is_passed_over(parts: list[str], names: list[str]) -> bool:
    """Whether the file at `parts` is a system's own, left behind by a program, or a part of a saved page."""
    if is_left_behind(parts[-1]) or any(map(is_of_system, parts[:-1])):
        return True
    pages = [PurePosixPath(name).name for name in names]
    return any(is_part_of_page(folder, pages) for folder in parts[:-1])


def _read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | DocumentError:
    """The unpacked bytes of `entry`; the size it announces is not believed."""
    try:
        with archive.open(entry) as file:
            data = file.read(LARGEST_ENTRY + 1)
    except BROKEN as error:
        return DocumentError(f"cannot be unpacked ({error}): pack it again")
    if len(data) > LARGEST_ENTRY:
        return DocumentError(f"unpacks to more than {LARGEST_ENTRY // 1_000_000} MB: unpack it yourself")
    return data
