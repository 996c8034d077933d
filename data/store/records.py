"""What the store tells of its own: which reading an article has, which articles are copies, which came twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from geo.article import Article
from geo.evidence.attestation import Version
from geo.evidence.judgement import Judgement
from geo.pipeline import Reading
from geo.statement import Statement
from geo.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReading:
    """That an article was read, by which version of the reader, when (UTC), in how many seconds, and what was found.

    All counts 0 means "read, and nothing found"; an article without a reading does not exist in the store. `unresolved` are
    the mentions without an area. `sha256` is that of the text that was read.
    """

    article: str
    sha256: str
    reader: str
    read_at: datetime
    seconds: float
    mentions: int
    unresolved: int
    timexes: int
    statements: int
    agreements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReading:
    """An article and what was found in it, to be kept; `read_at` knows its zone. `came_as` is the article as it came in,
    without what editors know of it; None where that is the same. `said` is what an editor says of its facts, to be kept if the
    article becomes the present one; None where that is nothing new."""

    article: Article
    reading: Reading
    read_at: datetime
    seconds: float
    came_as: Article | None = None
    said: Judgement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """That `article` is an edited copy of `of`, or the other way round: `share` of the shorter text's runs of words, more than
    0 and at most 1, are in the longer one. Both are ids; `article` was kept later."""

    article: str
    of: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """That an article is not kept because another one, `of`, has the same words; both are ids."""

    article: str
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What a store holds of an article that comes in: `article` as it was last kept under its id, and by which version of the
    reader it was read, both None for a new id; `same_words` are the ids and publishers of the articles of its words, sorted;
    `judgements` what editors said of it, in the order in which they said it."""

    article: Article | None = None
    reader: str | None = None
    same_words: tuple[tuple[str, str | None], ...] = ()
    judgements: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneOnDay:
    """How a zone stands on a day: what `geo.ledger.zone.period_on` says of its history. `faded_from` is the status that was
    last reported where that is too long ago to count still: `status` is then unknown."""

    truce: str
    area: str
    status: Status
    violated: bool
    faded_from: Status | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldOfZone:
    """What the ledger of one zone rests on: the articles that speak of it, sorted by id, what was read of it in them (all that
    was, where an editor spoke or a version was replaced), what editors said of them and which versions they had."""

    articles: tuple[Article, ...]
    statements: tuple[Statement, ...]
    judgements: tuple[Judgement, ...]
    versions: tuple[Version, ...]
