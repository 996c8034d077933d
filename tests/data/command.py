"""`python -m data …` without a process of its own, which would load for seconds what the tests have loaded long ago."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from subprocess import CompletedProcess
from unittest.mock import patch

from data.__main__ import main
from data.intake import ingest
from tests.reading import reader


def run(*arguments: object) -> CompletedProcess[str]:
    """How the command ended, and what it printed. What it did not foresee is raised."""
    words = [*map(str, arguments)]
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err), patch.object(ingest, "_reader", lambda added: reader()):
        code = main(words)
    return CompletedProcess(words, code, out.getvalue(), err.getvalue())
