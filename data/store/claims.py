"""What articles claim, taken from the tables within a transaction: statements, former versions, what editors said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, Table, select

from data.store import rows
from data.store.tables import EVIDENCE, FORMER_VERSION, JUDGEMENT, STATEMENT, STATEMENT_AREA
from geo.evidence.attestation import Version
from geo.evidence.judgement import Judgement
from geo.statement import Statement


def statements_in(connection: Connection, ids: Select[tuple[str]] | None) -> tuple[Statement, ...]:
    """The statements of these ids, None for all: sorted by article, in the order of its reading."""
    chosen = select(STATEMENT).order_by(STATEMENT.c.article, STATEMENT.c.position)
    areas = select(STATEMENT_AREA).order_by(STATEMENT_AREA.c.statement, STATEMENT_AREA.c.position)
    evidence = select(EVIDENCE).order_by(EVIDENCE.c.statement, EVIDENCE.c.position)
    if ids is not None:
        chosen = chosen.where(STATEMENT.c.id.in_(ids))
        areas = areas.where(STATEMENT_AREA.c.statement.in_(ids))
        evidence = evidence.where(EVIDENCE.c.statement.in_(ids))
    areas_of = _grouped(connection, areas)
    evidence_of = _grouped(connection, evidence)
    return tuple(rows.statement(row, areas_of[row.id], evidence_of[row.id]) for row in connection.execute(chosen))


def versions_in(connection: Connection, articles: Sequence[str] | None) -> tuple[Version, ...]:
    """The former versions of some articles, None for all: sorted by article, the oldest first."""
    query = select(FORMER_VERSION).order_by(FORMER_VERSION.c.article, FORMER_VERSION.c.number)
    return tuple(map(rows.version, _of_articles(connection, query, FORMER_VERSION, articles)))


def judgements_in(connection: Connection, articles: Sequence[str] | None) -> tuple[Judgement, ...]:
    """What was said of some articles, None for all, in the order in which it was said."""
    query = select(JUDGEMENT).order_by(JUDGEMENT.c.number)
    return tuple(map(rows.judgement, _of_articles(connection, query, JUDGEMENT, articles)))


def _of_articles(connection: Connection, query: Select[Any], table: Table, ids: Sequence[str] | None) -> Iterable[Row[Any]]:
    return connection.execute(query if ids is None else query.where(table.c.article.in_(ids)))


def _grouped(connection: Connection, query: Select[Any]) -> Mapping[str, list[Row[Any]]]:
    """Rows by their statement, each list in the order of the query; an empty one where a statement has none."""
    groups: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(query):
        groups[row.statement].append(row)
    return groups
