"""The store's tables, as SQLAlchemy Core: a new store is made from them, `migrations.py` brings an older one to them.

Everything that a reading found hangs below its article and goes with it (ON DELETE CASCADE), so that replacing an article is
one delete and some inserts. What outlives a reading names its article without hanging below it: former versions, past readings,
copies, repeats and judgements. `position` keeps the order in which the reading lists things. Dates are EDTF, times ISO 8601 in
UTC, spans half-open [start, end) in code points of `article.text`; areas are keys of `geo.gazetteer.Area`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TextClause,
    UniqueConstraint,
    text,
)  # fmt: skip

from geo.ledger.zone import CLAIMS_LESS
from geo.status import Status

METADATA = MetaData()
# Words of ASCII and ids; sorted by code point, as Python sorts them, whatever the database's language.
_ID = String().with_variant(String(collation="C"), "postgresql")


def _below(column: str, parent: str) -> Column[str]:
    """The first part of a primary key: the row that this one belongs to, and is deleted with."""
    return Column(column, _ID, ForeignKey(parent, ondelete="CASCADE"), primary_key=True)


def _position() -> Column[int]:
    return Column("position", Integer, primary_key=True, autoincrement=False)


# One row. `generation` grows with every change; `store` is drawn when the file is made, so that a store which was deleted and
# made anew never shows a generation that was seen before.
STATE = Table(
    "state", METADATA,
    Column("store", _ID, primary_key=True),
    Column("generation", Integer, nullable=False),
)  # fmt: skip


def _parts_of(column: str) -> Column[Any]:
    """What the English words of a column were made of, where it is a `geo.message.Message` that other languages say, too."""
    return Column(f"{column}_parts", JSON(none_as_null=True))


def _known_of_an_article() -> tuple[Column[str], ...]:
    """The text of an article, and what is known about it."""
    return (
        Column("sha256", _ID, nullable=False),
        Column("text", Text, nullable=False),
        Column("language", _ID, nullable=False),
        Column("title", Text),
        Column("publisher", Text),
        Column("url", Text),
        Column("published", _ID),
        Column("published_basis", Text),
    )


def _told_of_a_reading() -> tuple[Column[Any], ...]:
    return (
        Column("sha256", _ID, nullable=False),
        Column("reader", _ID, nullable=False),
        Column("read_at", _ID, nullable=False),
        Column("seconds", Float, nullable=False),
        Column("mentions", Integer, nullable=False),
        Column("unresolved", Integer, nullable=False),
        Column("timexes", Integer, nullable=False),
        Column("statements", Integer, nullable=False),
        Column("agreements", Integer, nullable=False),
    )


# The newest version of each article. `number` counts its versions from 1, `since` is when this one was first kept;
# `fingerprint` is the same for texts of the same words (data/sources/duplicates.py), NULL until the article is read again.
ARTICLE = Table(
    "article", METADATA,
    Column("id", _ID, primary_key=True),
    *_known_of_an_article(),
    Column("number", Integer, nullable=False, server_default="1"),
    Column("since", _ID, nullable=False, server_default=""),
    Column("fingerprint", _ID),
    _parts_of("published_basis"),
    Index("article_by_fingerprint", "fingerprint"),
)  # fmt: skip

READING = Table("reading", METADATA, _below("article", "article.id"), *_told_of_a_reading())

# A version that another has replaced, at `until`, with the statements that were read in it as they stood then.
FORMER_VERSION = Table(
    "former_version", METADATA,
    Column("article", _ID, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    *_known_of_an_article(),
    Column("since", _ID, nullable=False),
    Column("until", _ID, nullable=False),
    Column("statements", JSON, nullable=False),
    _parts_of("published_basis"),
)  # fmt: skip

# A reading that another has replaced: of which version, by which reader, and what it counted.
PAST_READING = Table(
    "past_reading", METADATA,
    Column("number", Integer, primary_key=True),
    Column("article", _ID, nullable=False),
    *_told_of_a_reading(),
    Index("past_reading_by_article", "article"),
)  # fmt: skip

# A mention and its resolution. `details` holds the mention's other fields (its name's span, prefixes, head, …), which nothing
# searches for; `candidates` is [[place, evidence, [reason, …]], …], best first.
MENTION = Table(
    "mention", METADATA,
    _below("article", "reading.article"),
    _position(),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("area", _ID),
    Column("reading", _ID, nullable=False),
    Column("role", _ID, nullable=False),
    Column("candidates", JSON, nullable=False),
    Column("details", JSON, nullable=False),
)  # fmt: skip

TIMEX = Table(
    "timex", METADATA,
    _below("article", "reading.article"),
    _position(),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("value", _ID),
    Column("part", _ID),
)  # fmt: skip

# An agreement as one reading names it: each article keeps its own row, so that reading one again never touches another's.
AGREEMENT = Table(
    "agreement", METADATA,
    _below("article", "reading.article"),
    _position(),
    Column("id", _ID, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("name_ar", Text, nullable=False),
    Column("type", _ID, nullable=False),
    Column("known", Boolean, nullable=False),
    Column("signed", _ID),
    Column("in_force", _ID),
    Column("ended", _ID),
    Column("sponsors", JSON, nullable=False),
    Column("guarantors", JSON, nullable=False),
    Column("mediators", JSON, nullable=False),
    Column("event_places", JSON, nullable=False),
    Column("areas", JSON, nullable=False),
    Column("sources", JSON, nullable=False),
    Column("parties", JSON, nullable=False, server_default="[]"),
)  # fmt: skip

# `parties` are [[actor, span_start, span_end], …], in the order of the text.
STATEMENT = Table(
    "statement", METADATA,
    Column("id", _ID, primary_key=True),
    Column("article", _ID, ForeignKey("reading.article", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("agreement", _ID, nullable=False),
    Column("type", _ID, nullable=False),
    Column("excluded", JSON, nullable=False),
    Column("status", _ID, nullable=False),
    Column("modality", _ID, nullable=False),
    Column("attribution_start", Integer),
    Column("attribution_end", Integer),
    Column("signed", _ID),
    Column("effective", _ID),
    Column("until", _ID),
    Column("expected", _ID),
    Column("sponsors", JSON, nullable=False),
    Column("guarantors", JSON, nullable=False),
    Column("parties", JSON, nullable=False, server_default="[]"),
    Column("mediators", JSON, nullable=False, server_default="[]"),
    Column("status_basis", _ID),
    Column("status_likelihood", Float),
    Column("since", _ID),
    Index("statement_by_article", "article", "position"),
    Index("statement_by_agreement", "agreement"),
)  # fmt: skip

STATEMENT_AREA = Table(
    "statement_area", METADATA,
    _below("statement", "statement.id"),
    _position(),
    Column("area", _ID, nullable=False),
    Column("partial", Boolean, nullable=False),
    Column("mention_start", Integer),
    Column("mention_end", Integer),
    Column("said_of", _ID),
    Index("statement_area_by_area", "area"),
)  # fmt: skip

EVIDENCE = Table(
    "evidence", METADATA,
    _below("statement", "statement.id"),
    _position(),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("aspect", _ID, nullable=False),
)  # fmt: skip

# What the last ingest could not read.
FAULT = Table(
    "fault", METADATA,
    _position(),
    Column("file", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("articles", JSON, nullable=False),
    _parts_of("file"),
    _parts_of("reason"),
)  # fmt: skip

# Two articles of which one is an edited copy of the other: `article` was kept later than `of`. `share` is the share of the
# shorter text's runs of words that the longer one holds.
COPY = Table(
    "copy", METADATA,
    Column("article", _ID, primary_key=True),
    Column("of", _ID, primary_key=True),
    Column("share", Float, nullable=False),
    Index("copy_by_original", "of"),
)  # fmt: skip

# The sampled runs of words of each article, by which its copies are found.
RUN = Table(
    "run", METADATA,
    Column("run", BigInteger, primary_key=True, autoincrement=False),
    Column("article", _ID, primary_key=True),
    sqlite_with_rowid=False,
)  # fmt: skip

# An article that was not kept, because `of` has the same words.
REPEAT = Table(
    "repeat", METADATA,
    Column("article", _ID, primary_key=True),
    Column("of", _ID, nullable=False),
)  # fmt: skip

# What editors said, in the order in which they said it; only ever added to. `sha256` is the version of the text that was
# judged; `subject` and `outcome` are records as `rows.py` writes them.
JUDGEMENT = Table(
    "judgement", METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", _ID, nullable=False, unique=True),
    Column("article", _ID, nullable=False),
    Column("sha256", _ID, nullable=False),
    Column("verdict", _ID, nullable=False),
    Column("subject", JSON),
    Column("outcome", JSON),
    Column("undoes", _ID),
    Column("editor", Text, nullable=False),
    Column("judged_at", _ID, nullable=False),
    Column("reason", Text, nullable=False),
    Index("judgement_by_article", "article"),
)  # fmt: skip

# A zone has a number, by which the lines below name it; a number that was given stays.
ZONE = Table(
    "zone", METADATA,
    Column("number", Integer, primary_key=True),
    Column("truce", _ID, nullable=False),
    Column("area", _ID, nullable=False),
    UniqueConstraint("truce", "area"),
)  # fmt: skip

# The lines of all ledgers (geo.ledger.zone.LedgerLine), as versions and editors leave them: derived from what stands above, in
# the transaction that changes it (lines.py), so that a day's zones and a zone's articles are found by index (day.py). What a
# day asks of a line is a number and stands in the indices, so that a zone's lines lie on few pages. Days count from 1 for
# 0001-01-01: `reported_on` and `known_on` 0 are unknown; NEVER where the text gives no end, where the article still says so,
# and as the first day of what tells no day's status. Of two statuses of the same days the higher number rules.
NEVER = date.max.toordinal()
SOON = 30  # days after its first day, by which most of what is true was reported
STATUS_NUMBER = {status: number for number, status in enumerate((*CLAIMS_LESS, Status.VIOLATED))}


def day_number(day: date | None, unknown: int) -> int:
    """A day as a line holds it."""
    return day.toordinal() if day else unknown


def _index(name: str, *columns: str | TextClause, where: str | None = None) -> Index:
    """An index of the lines of each zone, or of those of a kind."""
    kind = None if where is None else text(where)
    return Index(name, "zone", *columns, sqlite_where=kind, postgresql_where=kind)


LINE = Table(
    "line", METADATA,
    Column("zone", Integer, ForeignKey("zone.number"), nullable=False),
    Column("true_from", Integer, nullable=False),
    Column("reported_on", Integer, nullable=False),
    Column("known_on", Integer, nullable=False),
    Column("status", Integer, nullable=False),
    Column("true_until", Integer, nullable=False),
    Column("withdrawn_on", Integer, nullable=False),
    Column("statement", _ID, nullable=False),
    Column("article", _ID, ForeignKey("reading.article", ondelete="CASCADE"), nullable=False),
    Index("line_by_article", "article"),
    # in the order in which they rule, the last one first when it is read backwards
    _index("line_by_day", "true_from", "reported_on", "known_on", "status", text("true_until DESC"), "withdrawn_on"),
    _index(
        "line_with_end", "true_until", "true_from", "reported_on", "known_on", "withdrawn_on", where=f"true_until < {NEVER}",
    ),
    _index(
        "line_told_late", "reported_on", "true_from", "known_on", "status", "true_until", "withdrawn_on",
        where=f"reported_on > true_from + {SOON}",
    ),
    _index("line_told_before", "true_from", "known_on", "withdrawn_on", where="known_on < true_from"),
)  # fmt: skip
