"""The page's server: `python -m dashboard`, or the path of this folder in place of `-m dashboard`, from any working folder.

Streamlit finds its options in .streamlit/config.toml beside server.py, wherever it is started.
"""

from __future__ import annotations

import argparse
import os
import socket
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

APP = Path(__file__).resolve().with_name("server.py")
ADDRESS, PORT = "127.0.0.1", 8501
PORTS = range(1, 2**16)
EVERYWHERE = ("0.0.0.0", "::")


def main(arguments: Sequence[str]) -> str | None:
    """Starts the server in place of this process. Returns, in a sentence, why it cannot; None if it was only asked whether."""
    options = _parser().parse_args(arguments)
    if not find_spec("streamlit"):
        return "this Python lacks the packages that Hudna needs: run `make setup`, then `.venv/bin/python -m dashboard`"
    if fault := why_not(options.address, options.port):
        return fault
    if not options.check:
        print(f"The page is on {_link(options.address, options.port)} until Ctrl-C.", flush=True)
        served = ["--server.address", options.address, "--server.port", str(options.port)]
        os.execv(sys.executable, [sys.executable, "-m", "streamlit", "run", str(APP), *served])
    return None


def why_not(address: str, port: int) -> str | None:
    """Why nothing can be served there, in a sentence; None where nothing stands in the way."""
    if address.startswith("unix:"):
        return None
    try:
        family, kind, _, _, where = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        with socket.socket(family, kind) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # who has just stopped does not stand in the way
            tried.bind(where)
            tried.listen()
    except socket.gaierror as fault:
        return f"there is no address {address!r} ({fault.strerror}): name one of this machine, or 0.0.0.0 for all that it has"
    except PermissionError:
        return f"port {port} is not for every user: take one from 1024, as 8501, and let a proxy answer on {port}"
    except OSError:
        if address not in EVERYWHERE and not _is_of_this_machine(address):
            return f"{address} is no address of this machine: name one, or 0.0.0.0 for all that it has"
        return (
            f"something already answers on port {port}, perhaps Hudna itself: `make ingest` takes new articles in while "
            f"the page runs, `make run PORT={port + 1 if port + 1 in PORTS else PORT}` opens a second page"
        )
    return None


def _link(address: str, port: int) -> str:
    """Where a browser finds the page."""
    if address.startswith("unix:"):
        return address
    host = socket.gethostname() if address in EVERYWHERE else f"[{address}]" if ":" in address else address
    below = os.environ.get("STREAMLIT_SERVER_BASE_URL_PATH", "").strip("/")
    return f"http://{host}:{port}/{below and f'{below}/'}"


def _is_of_this_machine(address: str) -> bool:
    try:
        family, kind, _, _, where = socket.getaddrinfo(address, 0, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as tried:
            tried.bind(where)
    except OSError:
        return False
    return True


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m dashboard",
        description="Serve the page until Ctrl-C. Without options the environment decides (STREAMLIT_SERVER_ADDRESS, "
        "STREAMLIT_SERVER_PORT), else this machine alone, on port 8501 (docs/serving.md).",
    )
    parser.add_argument(
        "--address", default=os.environ.get("STREAMLIT_SERVER_ADDRESS") or ADDRESS, help="where to listen; 0.0.0.0: everywhere"
    )
    parser.add_argument("--port", type=_port, default=os.environ.get("STREAMLIT_SERVER_PORT") or str(PORT))
    parser.add_argument("--check", action="store_true", help="only say whether the port is free")
    return parser


def _port(given: str) -> int:
    if not (given.isdecimal() and len(given) <= 5 and int(given) in PORTS):
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to {PORTS[-1]}, and not {given!r}")
    return int(given)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
