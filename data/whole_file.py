"""Files that are there whole or not at all, whatever stops the program that writes them."""

from __future__ import annotations

import os
from pathlib import Path
from threading import get_ident

UNFINISHED = ".part"  # how the name of a file ends that is still being written


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file at once; until then what stood there stays, and of two who write the last one's does. Raises OSError."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}-{get_ident()}{UNFINISHED}")
    try:
        with unfinished.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
