"""What the browser fetches by itself: texts that are put below the page's static files, named by their content."""

from __future__ import annotations

import gzip
import hashlib
import os
from contextlib import suppress
from pathlib import Path

from data.whole_file import UNFINISHED, write_whole
from geo.errors import PublishError
from geo.message import Message

STATIC_FOLDER = Path(__file__).with_name("static")
DRAWN = "drawn"
MOST_UNPACKED = 50_000  # bytes
MOST_KEPT = 16  # of one name: four maps (two languages, two themes) of four editions


def publish(name: str, content: str, *, kept: int = MOST_KEPT) -> str:
    """Puts a JSON text where the browser can fetch it, named by its content, and returns its address below the page.

    A long text is packed here, once, for the server would pack it anew for each visitor; static/page/start.js unpacks it.
    What was published under the same name long ago is removed; the newest stay (`kept`), for a page may still be loading them.
    Raises PublishError where the folder cannot be written.
    """
    folder = STATIC_FOLDER / DRAWN
    written = content.encode("utf-8")
    digest = hashlib.sha256(written).hexdigest()[:12]
    packed = len(written) > MOST_UNPACKED
    file = folder / f"{name}-{digest}.json{'.gz' if packed else ''}"
    address = f"app/static/{DRAWN}/{file.name}"
    if is_published(address):
        return address
    try:
        folder.mkdir(exist_ok=True)
        write_whole(file, gzip.compress(written, mtime=0) if packed else written)
    except OSError as fault:
        raise PublishError(
            "what the page draws cannot be put into {folder!r} ({why}): the user who runs the page needs the right to write "
            "there, and room on the disk",
            folder=str(folder),
            why=Message(fault.strerror or type(fault).__name__),
        ) from fault
    published = [file for file in folder.glob(f"{name}-*.json*") if file.suffix != UNFINISHED]
    for old in sorted(published, key=_last_used)[:-kept]:
        with suppress(OSError):  # another process has removed it, or another user put it there
            old.unlink()
    return address


def is_published(address: str) -> bool:
    """Whether the file of an address is still there; if it is, it counts as used now, unless another user put it there."""
    file = STATIC_FOLDER / DRAWN / Path(address).name
    with suppress(OSError):
        os.utime(file)
    return os.path.isfile(file)


def _last_used(file: Path) -> float:
    """When a published file was last asked for; another process may have removed it meanwhile."""
    try:
        return file.stat().st_mtime
    except FileNotFoundError:
        return 0.0
