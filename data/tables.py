"""The store's tables, as SQLAlchemy Core. `data/migrations.py` makes them in a file; a test compares the two.

Everything that a reading found hangs below its article and goes with it (ON DELETE CASCADE), so that replacing an article is
one delete and some inserts. `position` keeps the order in which the reading lists things. Dates are EDTF, times ISO 8601 in
UTC, spans half-open [start, end) in code points of `article.text`; areas are keys of `geo.gazetteer.Area`.
"""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

METADATA = MetaData()


def _below(column: str, parent: str) -> Column[str]:
    """The first part of a primary key: the row that this one belongs to, and is deleted with."""
    return Column(column, String, ForeignKey(parent, ondelete="CASCADE"), primary_key=True)


def _position() -> Column[int]:
    return Column("position", Integer, primary_key=True, autoincrement=False)


# One row. `generation` grows with every change; `store` is drawn when the file is made, so that a store which was deleted and
# made anew never shows a generation that was seen before.
STATE = Table(
    "state", METADATA,
    Column("store", String, primary_key=True),
    Column("generation", Integer, nullable=False),
)  # fmt: skip

ARTICLE = Table(
    "article", METADATA,
    Column("id", String, primary_key=True),
    Column("sha256", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("language", String, nullable=False),
    Column("title", Text),
    Column("publisher", Text),
    Column("url", Text),
    Column("published", String),
    Column("published_basis", Text),
)  # fmt: skip

READING = Table(
    "reading", METADATA,
    _below("article", "article.id"),
    Column("sha256", String, nullable=False),
    Column("reader", String, nullable=False),
    Column("read_at", String, nullable=False),
    Column("seconds", Float, nullable=False),
    Column("mentions", Integer, nullable=False),
    Column("unresolved", Integer, nullable=False),
    Column("timexes", Integer, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("agreements", Integer, nullable=False),
)  # fmt: skip

# A mention and its resolution. `details` holds the mention's other fields (its name's span, prefixes, head, …), which nothing
# searches for; `candidates` is [[place, evidence, [reason, …]], …], best first.
MENTION = Table(
    "mention", METADATA,
    _below("article", "reading.article"),
    _position(),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("area", String),
    Column("reading", String, nullable=False),
    Column("role", String, nullable=False),
    Column("candidates", JSON, nullable=False),
    Column("details", JSON, nullable=False),
)  # fmt: skip

TIMEX = Table(
    "timex", METADATA,
    _below("article", "reading.article"),
    _position(),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("value", String),
    Column("part", String),
)  # fmt: skip

# An agreement as one reading names it: each article keeps its own row, so that reading one again never touches another's.
AGREEMENT = Table(
    "agreement", METADATA,
    _below("article", "reading.article"),
    _position(),
    Column("id", String, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("name_ar", Text, nullable=False),
    Column("type", String, nullable=False),
    Column("known", Boolean, nullable=False),
    Column("signed", String),
    Column("in_force", String),
    Column("ended", String),
    Column("sponsors", JSON, nullable=False),
    Column("guarantors", JSON, nullable=False),
    Column("mediators", JSON, nullable=False),
    Column("event_places", JSON, nullable=False),
    Column("areas", JSON, nullable=False),
    Column("sources", JSON, nullable=False),
)  # fmt: skip

STATEMENT = Table(
    "statement", METADATA,
    Column("id", String, primary_key=True),
    Column("article", String, ForeignKey("reading.article", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("agreement", String, nullable=False),
    Column("type", String, nullable=False),
    Column("excluded", JSON, nullable=False),
    Column("status", String, nullable=False),
    Column("modality", String, nullable=False),
    Column("attribution_start", Integer),
    Column("attribution_end", Integer),
    Column("signed", String),
    Column("effective", String),
    Column("until", String),
    Column("expected", String),
    Column("sponsors", JSON, nullable=False),
    Column("guarantors", JSON, nullable=False),
    Index("statement_by_article", "article", "position"),
)  # fmt: skip

STATEMENT_AREA = Table(
    "statement_area", METADATA,
    _below("statement", "statement.id"),
    _position(),
    Column("area", String, nullable=False),
    Column("partial", Boolean, nullable=False),
    Column("mention_start", Integer),
    Column("mention_end", Integer),
)  # fmt: skip

EVIDENCE = Table(
    "evidence", METADATA,
    _below("statement", "statement.id"),
    _position(),
    Column("span_start", Integer, nullable=False),
    Column("span_end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("aspect", String, nullable=False),
)  # fmt: skip

# What the last ingest could not read.
FAULT = Table(
    "fault", METADATA,
    _position(),
    Column("file", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("articles", JSON, nullable=False),
)  # fmt: skip
