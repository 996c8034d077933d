"""`make bench`: what this machine does in a second, and what a viewer waits for. Printed, never asserted."""

from __future__ import annotations

import sys

from tests.benchmarks import drawing, page, reading, sources

if __name__ == "__main__":
    reading.main()
    if sys.platform == "linux":  # elsewhere nobody says what another process has spent
        sources.main()
    drawing.main()
    page.main()
