"""The command line: `python -m data COMMAND …`. Each command is the `main` of one module, imported when it is asked for."""

from __future__ import annotations

import errno
import io
import logging
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module

from geo.errors import HudnaError


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A command; `module` has `main(arguments)`, which returns the exit code."""

    name: str
    module: str
    help: str


COMMANDS = (
    Command(name="ingest", module="data.intake.ingest", help="read articles into the store: folders, files, addresses, feeds"),
    Command(
        name="read",
        module="data.reading.read",
        help="read articles (JSON lines or a folder) into JSON lines, without the store",
    ),
    Command(name="zones", module="data.zones", help="list how each zone stands on a day, or the ledger of one"),
    Command(name="readings", module="data.reading.readings", help="list every reading of an article, and what each counted"),
    Command(name="review", module="data.review.command", help="list what needs an editor's eyes, and hand on the corrections"),
    Command(name="export", module="data.export.command", help="hand on zones, statements and articles in other formats"),
    Command(name="evaluate", module="data.evaluate", help="score the reading against annotated articles"),
    Command(name="evaluate-geometry", module="data.evaluate.geometry", help="score the polygons against known boundaries"),
    Command(name="assets", module="data.assets", help="fetch the page's scripts, fonts and outlines"),
    Command(name="boundaries", module="data.boundaries.fetch", help="fetch official boundaries, or read them from a file"),
    Command(name="check", module="data.tables.check", help="look for faults in the reference tables"),
    Command(name="gazetteer", module="data.gazetteer", help="add places from GeoNames, OCHA or Open-Syria to your own tables"),
    Command(name="settings", module="data.settings", help="show every setting and its value"),
)


def main(arguments: Sequence[str]) -> int:
    """Runs one command. Returns its exit code: 1 for what is foreseen (told in a sentence: an error, a package that is not
    installed), 2 for a command that is unknown."""
    available = {command.name: command for command in COMMANDS}
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print("usage: python -m data COMMAND …\n")
        width = max(map(len, available))
        for command in available.values():
            print(f"  {command.name:{width}}  {command.help}")
        return 0
    if arguments[0] not in available:
        print(f"there is no command {arguments[0]!r}: choose from {', '.join(available)}", file=sys.stderr)
        return 2
    try:
        code: int = import_module(available[arguments[0]].module).main(arguments[1:])
    except HudnaError as error:
        print(error, file=sys.stderr)
        return 1
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.partition(".")[0] in ("data", "geo"):
            raise
        instead = f"run `make setup`, then `.venv/bin/python -m data {arguments[0]} …`"
        print(f"this Python ({sys.executable}) lacks {missing.name}, which Hudna needs: {instead}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("stopped; what was stored until now stays", file=sys.stderr)
        return 130
    return code


def _told(run: Callable[[], int]) -> int:
    """Runs a command until all that it says is written. Whoever reads its output may have enough of it (`| head`); a disk
    that is full is told in a sentence."""
    try:
        code = run()
        if sys.stdout:  # none where it was closed
            sys.stdout.flush()
    except BrokenPipeError:
        code = 0
    except OSError as fault:
        if fault.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        print("the disk is full, and what was being written is not complete: make room and try again", file=sys.stderr)
        code = 1
    else:
        return code
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # so that what is left in its buffer breaks nothing again
    return code


if __name__ == "__main__":
    logging.basicConfig(format="%(levelname)s %(name)s: %(message)s", level=logging.WARNING)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # an Arabic name on a terminal without Arabic must not end the run
    sys.exit(_told(lambda: main(sys.argv[1:])))
