"""Finds the browser that the tests drive; as a command (`python -m tests.chromium`), installs one where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

VARIABLE = "HUDNA_CHROMIUM"
NAMES = ("chromium", "chromium-browser", "google-chrome")
# no sandbox: CI runs as root, and the only page that is opened is our own; no background networking: a test counts requests
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
MISSING = f"no Chromium was found. Install one ({', '.join(NAMES)}), or set {VARIABLE} to the path of one"

DRIVER_DOES_NOT_START = "Playwright, which drives the browser, does not start. On Debian or Ubuntu: apt-get install libatomic1"
# the second is what Playwright's driver needs and a bare Debian lacks
DEBIAN_PACKAGES = ("chromium", "libatomic1")


class NoChromiumError(Exception):
    """There is no browser; the message says what to do."""


def find_chromium() -> Path:
    """The browser: what HUDNA_CHROMIUM names, else one on the PATH, else the one that Playwright has installed.

    Raises NoChromiumError if there is none, or none where the variable says.
    """
    named = os.environ.get(VARIABLE, "").strip()
    if named:
        if not os.access(named, os.X_OK) or Path(named).is_dir():
            raise NoChromiumError(f"{VARIABLE} names {named!r}, which is not a program. Correct it or unset it")
        return Path(named)
    for name in NAMES:
        if on_path := shutil.which(name):
            return Path(on_path)
    installed = playwright_chromium()
    if installed is None or not installed.is_file():
        raise NoChromiumError(MISSING)
    return installed


def playwright_chromium() -> Path | None:
    """Where Playwright's own Chromium is, or would be if it were installed; None if Playwright itself does not start.

    Asked in a process of its own, since it may not start: on a bare Debian its driver lacks libatomic.
    """
    ask = "from playwright.sync_api import sync_playwright as start\nwith start() as p: print(p.chromium.executable_path)"
    answer = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=False)
    return Path(answer.stdout.strip()) if answer.returncode == 0 else None


def problem() -> str | None:
    """What keeps the browser tests from running, in a sentence; None if nothing does."""
    try:
        find_chromium()
    except NoChromiumError as fault:
        return str(fault)
    return DRIVER_DOES_NOT_START if playwright_chromium() is None else None


def install_chromium() -> None:
    """Debian's package where there is apt-get and the right to use it, else Playwright's own. Says what it does."""
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if shutil.which("apt-get") and (not root or _works([*root, "true"])):
        print(f"Installing Debian's Chromium for the browser tests (set {VARIABLE} to use another) …", flush=True)
        apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
        if _works([*apt, "update"]) and _works([*apt, "install", "--yes", "--no-install-recommends", *DEBIAN_PACKAGES]):
            return
    print(f"Installing Playwright's Chromium for the browser tests (set {VARIABLE} to use another) …", flush=True)
    _works([sys.executable, "-m", "playwright", "install", "chromium"])


def _works(command: Sequence[str]) -> bool:
    """True if the command is there and ends well. What it prints is shown only if it fails."""
    if shutil.which(command[0]) is None:
        return False
    result = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, check=False)
    if result.returncode != 0:
        last_lines = result.stdout.decode(errors="replace").strip().splitlines()[-3:]
        print(*(f"  {line}" for line in last_lines), sep="\n", file=sys.stderr)
    return result.returncode == 0


def main() -> None:
    """Installs a browser if there is none and none was named.

    Where that fails it says so and ends well: the other tests can still run.
    """
    if problem() and VARIABLE not in os.environ:
        install_chromium()
    if left := problem():
        print(f"Hudna: {left}. Until then the browser tests fail.", file=sys.stderr)


if __name__ == "__main__":
    main()
