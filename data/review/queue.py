"""The queue of a store: what needs an editor's eyes, from the evidence as editors leave it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from data.store import StoreReader
from data.store.evidence import Evidence, read_evidence
from geo.agreement import Agreement
from geo.evidence.judgement import Judgement
from geo.ledger.review import Concern, Reviewed, ReviewItem, review_queue
from geo.ledger.zone import Zone, fold_zones
from geo.toponym.resolution import Resolution


def read_queue(store: StoreReader, known: Iterable[Agreement]) -> tuple[ReviewItem, ...]:
    """What needs eyes in a store; `known` are the agreements of the reference tables."""
    evidence = read_evidence(store, known)
    zones = fold_zones(evidence.statements, evidence.articles, evidence.attested)
    named = store.resolutions_by_article()
    return review_queue(reviewed(evidence, {article: named.get(article, ()) for article in evidence.articles}, zones))


def reviewed(evidence: Evidence, read: Mapping[str, Sequence[Resolution]], zones: Sequence[Zone]) -> Reviewed:
    """What the queue is made from; `read` are the names of each article as the reader read them, `zones` the evidence's."""
    names: dict[str, Sequence[Resolution]] = {}
    orphaned: list[Judgement] = [*evidence.orphaned]
    for article, found in read.items():
        names[article], gone = evidence.names(article, found)
        orphaned += gone
    return Reviewed(
        articles=evidence.articles,
        statements={
            statement.id: statement for statement in evidence.statements
            if (when := evidence.attested.get(statement.id)) is None or when.withdrawn_on is None
        },
        standings=evidence.standings,
        names=names,
        spoken_of={article: evidence.names_spoken_of(article) for article in names},
        zones=zones,
        judgements=evidence.judgements,
        orphaned=orphaned,
        origins=evidence.origins,
    )  # fmt: skip


WHY = {
    Concern.ORPHANED: "the words that an editor judged are gone, or the place that he rejected is read as another",
    Concern.CONTESTED: "articles disagree on this zone and time",
    Concern.UNRESOLVED: "no place was found for this name",
    Concern.LOW_EVIDENCE: "the place rests on little, or another one is nearly as likely",
    Concern.DOUBTFUL_STATUS: "no word tells this status, or those of its sentence hardly speak for it",
    Concern.UNDATED: "the article gives no date for it",
    Concern.EDITED: "an editor changed it, and nobody has accepted it since",
    Concern.COPY: "the article is a copy of another one",
}
