"""What a reader sees of finished HTML."""

from __future__ import annotations

import re


def words(html: str) -> str:
    """The text between the tags, its white space single and without the marks that isolate directions."""
    return " ".join(re.sub(r"[\u2066-\u2069]", "", re.sub(r"<[^>]+>", " ", html)).split())
