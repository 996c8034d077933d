"""`make bench`: what this machine does in a second, and what a viewer waits for. Printed, never asserted."""

from __future__ import annotations

from tests.benchmarks import drawing, page, reading, searching

if __name__ == "__main__":
    reading.main()
    drawing.main()
    searching.main()
    page.main()
