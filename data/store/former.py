"""An older version of a page that comes in after a newer one: it takes its place among the former versions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from data.store import rows
from data.store.records import NewReading
from data.store.tables import ARTICLE, FORMER_VERSION
from geo.article import Article
from geo.edtf import Edtf


def is_older(article: Article, stored: Row[Any] | None) -> bool:
    """True for a page that came in with another text and was surely published before the stored one. A file has its name for
    an id: edited, it is the newest, whatever date it bears."""
    if stored is None or not article.id.startswith("url-") or article.sha256 == stored.sha256:
        return False
    last, first = _last_day(article.published), _published(stored)
    return last is not None and first is not None and first.earliest is not None and last < first.earliest


def file_former(connection: Connection, stored: Row[Any], new: NewReading) -> bool:
    """Puts an older version, with what was read in it, before the first that was published later. Each of the two is held to
    have been there from its day of publication on. False where a former version has this text: nothing changes."""
    article = new.article
    columns = FORMER_VERSION.c
    of_article = columns.article == article.id
    former = connection.execute(select(FORMER_VERSION).where(of_article).order_by(columns.number)).all()
    if any(version.sha256 == article.sha256 for version in former):
        return False
    place = next((n for n, version in enumerate(former) if is_older(article, version)), len(former))
    begins = _midnight(_last_day(article.published))
    until = former[place - 1].until if place else _midnight(_last_day(_published((*former, stored)[0])))
    told = {name: value for name, value in rows.article_row(article).items() if name in columns}
    older = {
        **told, "article": article.id, "since": begins, "until": max(begins, until),
        "statements": [rows.statement_record(statement) for statement in new.reading.statements],
    }  # fmt: skip
    kept = [dict(version._mapping) for version in former]
    if place:
        kept[place - 1]["until"] = min(begins, until)
    _put(connection, article.id, [*kept[:place], older, *kept[place:]])
    return True


def _put(connection: Connection, article: str, versions: Sequence[dict[str, Any]]) -> None:
    connection.execute(delete(FORMER_VERSION).where(FORMER_VERSION.c.article == article))
    connection.execute(insert(FORMER_VERSION), [{**version, "number": n} for n, version in enumerate(versions, start=1)])
    connection.execute(update(ARTICLE).where(ARTICLE.c.id == article).values(number=len(versions) + 1))


def _published(row: Row[Any]) -> Edtf | None:
    return Edtf.parse(row.published) if row.published else None


def _last_day(published: Edtf | None) -> date | None:
    return published.latest if published else None


def _midnight(day: date | None) -> str:
    return datetime.combine(day or date.min, time(), UTC).isoformat()
