"""What the store knows of articles that come in: asked before they are read, and once more where they are kept, for others may
have written meanwhile."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from data.sources.duplicates import are_two_sources, fingerprint
from data.store import rows
from data.store.claims import judgements_in
from data.store.driver import among
from data.store.records import Kept, NewReading, Repeat
from geo.article import Article
from geo.evidence.correction import facts_of
from geo.evidence.judgement import Judgement, judge_article

_KEPT = "SELECT article.*, reading.reader FROM article JOIN reading ON reading.article = article.id WHERE article.id IN"
_SAME_WORDS = "SELECT id, publisher, fingerprint FROM article WHERE fingerprint IN"
_JUDGED = "SELECT article FROM judgement WHERE article IN"
_THERE = "SELECT id FROM article WHERE id IN"


def kept_in(connection: Connection, coming: Sequence[tuple[str, str]]) -> tuple[Kept, ...]:
    """What is there of each article that comes in, by its id and by its words."""
    own = {row.id: row for row in among(connection, _KEPT, [id for id, _ in coming])}
    same_words = _by_words(connection, [words for _, words in coming])
    judgements = _by_article(connection, [id for id, _ in coming])
    return tuple(
        Kept(
            article=rows.article(own[id]) if id in own else None, reader=own[id].reader if id in own else None,
            same_words=tuple(same_words[words]), judgements=tuple(judgements[id]),
        )
        for id, words in coming
    )  # fmt: skip


def judged_anew_in(connection: Connection, new: Sequence[NewReading]) -> Mapping[str, Article]:
    """Those of some articles that are about to be kept of which editors know something else by now than they were read with, as
    they know them, by their id. What comes with an article is the last word on it, unless another one was said meanwhile."""
    judgements = _by_article(connection, [n.article.id for n in new])
    now = {n.article.id: _as_judged(n, judgements[n.article.id]) for n in new}
    return {n.article.id: now[n.article.id] for n in new if now[n.article.id] != n.article}


def _as_judged(new: NewReading, judgements: Sequence[Judgement]) -> Article:
    came = judge_article(new.came_as or new.article, judgements)
    if new.said is None or facts_of(judge_article(new.article, judgements)) != new.said.subject:
        return came
    return judge_article(came, [new.said])


def repeats_in(connection: Connection, new: Sequence[NewReading]) -> Mapping[str, Repeat]:
    """Those of some articles that are about to be kept under a new id whose words another article has by now, by their id.

    The same words of two publishers who are known are two articles, and what is stored stays one.
    """
    there = {row.id for row in among(connection, _THERE, [n.article.id for n in new])}
    coming = [n.article for n in new if n.article.id not in there]
    if not coming:
        return {}
    words = {n.article.id: fingerprint(n.article.text) for n in new}
    same_words = _by_words(connection, [words[article.id] for article in coming])
    for print_of, found in same_words.items():
        same_words[print_of] = [(id, publisher) for id, publisher in found if words.get(id, print_of) == print_of]
    repeats = {}
    for article in coming:
        same = same_words[words[article.id]]
        of = next((id for id, publisher in same if not are_two_sources(publisher, article.publisher)), None)
        if of is not None:
            repeats[article.id] = Repeat(article=article.id, of=of)
    return repeats


def _by_article(connection: Connection, ids: Sequence[str]) -> Mapping[str, list[Judgement]]:
    """What editors said of each of some articles, in the order in which they said it."""
    said: dict[str, list[Judgement]] = defaultdict(list)
    judged = {row.article for row in among(connection, _JUDGED, ids)}  # of most articles nobody said anything
    for judgement in judgements_in(connection, sorted(judged)) if judged else ():
        said[judgement.article].append(judgement)
    return said


def _by_words(connection: Connection, fingerprints: Sequence[str]) -> dict[str, list[tuple[str, str | None]]]:
    """The ids and publishers of the articles of these words, sorted; none of words that no article has."""
    found: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for id, publisher, words in sorted(map(tuple, among(connection, _SAME_WORDS, fingerprints))):
        found[words].append((id, publisher))
    return found
