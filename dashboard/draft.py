"""A draft: articles that an editor is about to keep, as they would be kept, and what cannot be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dashboard.edition import BadFile
from geo.article import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An article that may be kept: as it was `found`, and as the editor says it is.

    `outlook` is a value of `data.intake.by_hand.Outlook`, `repeats` the id of the article that has its words, "" where none
    has; `stored` is what the store held under its id when that was found out. With `wanted` False it is left out.
    """

    found: Article
    article: Article
    outlook: str
    repeats: str = ""
    stored: Article | None = None
    wanted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What one check found, in the order of the sources."""

    candidates: tuple[Candidate, ...]
    faults: tuple[BadFile, ...]

    @property
    def wanted(self) -> tuple[Article, ...]:
        """The articles that are to be kept."""
        return tuple(candidate.article for candidate in self.candidates if candidate.wanted)


def after(message: Mapping[str, object], draft: Draft, at: int) -> tuple[Draft, int]:
    """The draft and the number of the article that is looked at, after what a button of its list sent: another is looked at,
    one is left out or taken again. What is not understood changes nothing."""
    match message:
        case {"do": "look" | "leave" as do, "number": str(written)} if written.isdecimal():
            number = int(written)
            if number < len(draft.candidates):
                return (draft, number) if do == "look" else (_turned(draft, number), at)
    return draft, at


def _turned(draft: Draft, number: int) -> Draft:
    changed = [*draft.candidates]
    changed[number] = replace(changed[number], wanted=not changed[number].wanted)
    return replace(draft, candidates=tuple(changed))


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What keeping a draft did: the ids of the articles that were read, and of those that were there already, as they are
    or (`repeated`) word for word under another id; `faults` are those that the reader broke on."""

    read: tuple[str, ...]
    unchanged: tuple[str, ...]
    repeated: tuple[str, ...]
    faults: tuple[BadFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeLimits:
    """How much is taken in at one go, as the settings say; `endings` are those of the files that are read."""

    article_bytes: int
    document_bytes: int
    parse_seconds: int
    fetch_seconds: int
    feed_entries: int
    articles: int
    endings: tuple[str, ...]
