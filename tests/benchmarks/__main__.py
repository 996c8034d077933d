"""`make bench`: what this machine does in a second, and what a viewer waits for. Printed, never asserted."""

from __future__ import annotations

import argparse
import sys

from tests.benchmarks import drawing, page, reading, searching, sharing, sources, storing, viewers

PARTS = ("reading", "sources", "store", "jobs", "drawing", "searching", "page", "viewers")


def main() -> None:
    """Runs the parts that are named, all of them if none is."""
    parser = argparse.ArgumentParser(prog="make bench ARGS=", description="What this machine does in a second.")
    parser.add_argument("parts", nargs="*", metavar="part", help=f"{', '.join(PARTS)}; without one, all")
    parser.add_argument("--zones", type=int, nargs="+", default=[300], help="sizes of the stores that the page is shown with")
    parser.add_argument("--statements", type=int, default=100_000, help="how many the store holds that is asked")
    parser.add_argument("--articles", type=int, default=2_000, help="how many are taken into a store, without the reader")
    parser.add_argument("--characters", type=int, default=reading.CHARACTERS, help="how long these articles are")
    parser.add_argument("--viewers", type=int, default=20, help="how many look at one server at the same time")
    parser.add_argument("--seconds", type=float, default=20, help="how long they look")
    parser.add_argument("--pause", type=float, default=5, help="seconds between two acts of one viewer")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    wanted = options.parts or PARTS
    if "reading" in wanted:
        reading.main()
    if "sources" in wanted and sys.platform == "linux":  # elsewhere nobody says what another process has spent
        sources.main()
    if "store" in wanted:
        storing.main(options.statements, options.articles, options.characters)
    if "jobs" in wanted:
        sharing.main()
    if "drawing" in wanted:
        drawing.main()
    if "searching" in wanted:
        searching.main()
    if "page" in wanted:
        page.main(options.zones)
    if "viewers" in wanted:
        viewers.main(options.viewers, options.zones[0], options.seconds, options.pause)


if __name__ == "__main__":
    main()
