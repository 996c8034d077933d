"""The terminal: what an option names, and an article's words and its id printed on one line of it."""

from __future__ import annotations

import argparse
from datetime import date

STANDARD_STREAM = "-"  # in the place of a file's name
_MOST_OF_AN_ID = 200


def given_day(text: str) -> date:
    """The day that an option gives in ISO form. Raises ArgumentTypeError, which argparse prints, for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise argparse.ArgumentTypeError(f"must be a day like 2017-07-09; got {text!r}") from fault


def one_line(text: str, *, most: int) -> str:
    """Words from an article on one line of at most so many characters. What steers a terminal or turns the direction of what
    follows is shown as �: an article's text is hostile."""
    words = "".join(c if c.isprintable() else "�" for c in " ".join(text.split()))
    return words if len(words) <= most else words[:most] + "…"


def one_id(id: str) -> str:
    """An article's id, which a table or an archive may have named, in a line of other words."""
    return one_line(id, most=_MOST_OF_AN_ID)
