"""Copies of one text, found while articles are kept: by the runs of words that they share with those kept before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, bindparam, delete

from data.sources.duplicates import SHARE, Runs, containment, sampled, text_runs
from data.store.driver import among, put
from data.store.tables import COPY, RUN
from geo.article import Article

_MOST_BEARERS = 200  # a run that more texts hold is boilerplate ("the views expressed here …") and leads to no candidates
_FORGET = delete(RUN).where(RUN.c.run == bindparam("old"), RUN.c.article == bindparam("id"))


def link_copies(connection: Connection, new: Sequence[tuple[Article, str | None]]) -> None:
    """Finds for each of some stored texts the articles, those before it among them, that share most of its words, and notes its
    runs for those that come later. With each article comes the text that it had before, None if it had none."""
    _forget(connection, {article.id: before for article, before in new if before is not None})
    runs = {article.id: text_runs(article.text) for article, _ in new}
    marks = {id: sampled(found) for id, found in runs.items()}
    bearers: dict[int, list[str]] = defaultdict(list)
    for run, id in among(connection, "SELECT run, article FROM run WHERE run IN", sorted(set().union(*marks.values()))):
        bearers[run].append(id)
    later_than: dict[str, list[str]] = defaultdict(list)
    for id, mine in marks.items():
        for other in {other for run in mine if len(bearers[run]) <= _MOST_BEARERS for other in bearers[run]}:
            later_than[other].append(id)
        for run in mine:
            bearers[run].append(id)
    _put_copies(connection, runs, later_than)
    put(
        connection,
        RUN,
        [{"run": run, "article": id} for run, id in sorted((r, id) for id, mine in marks.items() for r in mine)],
    )


def _forget(connection: Connection, before: Mapping[str, str]) -> None:
    """Takes out what is noted of articles whose text changes."""
    if old := [{"old": run, "id": id} for id, text in before.items() for run in sampled(text_runs(text))]:
        connection.execute(_FORGET, old)
    if before:
        connection.execute(delete(COPY).where(COPY.c.article.in_(list(before)) | COPY.c.of.in_(list(before))))


def _put_copies(connection: Connection, runs: Mapping[str, Runs], later_than: Mapping[str, Sequence[str]]) -> None:
    """Compares texts with the runs of those that were kept later and may be their copies."""
    copies = []
    for other, text in among(connection, "SELECT id, text FROM article WHERE id IN", sorted(later_than)):
        theirs = runs[other] if other in runs else text_runs(text)
        shares = ((id, containment(runs[id], theirs)) for id in later_than[other])
        copies += [{"article": id, "of": other, "share": share} for id, share in shares if share >= SHARE]
    put(connection, COPY, copies)
