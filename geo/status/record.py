"""The status of a truce: what a text says of how it stands."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """What a text says of a truce. Silence is `unknown`, never peace; `violated` does not end a truce."""

    PROPOSED = "proposed"
    NEGOTIATING = "negotiating"
    AGREED = "agreed"
    IN_FORCE = "in_force"
    VIOLATED = "violated"
    SUSPENDED = "suspended"
    EXTENDED = "extended"
    ENDED = "ended"
    REJECTED = "rejected"
    UNKNOWN = "unknown"


# values of status words that are no status of their own
_WORDS = {"announced": Status.AGREED, "begun": Status.IN_FORCE, "keeps": Status.IN_FORCE}


def status_of(value: str) -> Status:
    """The status that the value of a status word stands for. Raises ValueError for one that stands for none."""
    return _WORDS.get(value) or Status(value)
