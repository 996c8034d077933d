"""What the articles of a store say, as their editors leave it and as their versions said it: what zones are folded from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from data.sources.duplicates import copy_groups
from data.store import StoreReader
from geo.agreement import Agreement, undescribed
from geo.article import Article
from geo.evidence.attestation import Attestation, Version
from geo.evidence.judgement import Judgement, Standing, in_force, judge_names, said_of_names
from geo.evidence.testimony import testify
from geo.ledger.zone import LedgerLine, fold_zones
from geo.span import Span
from geo.statement import Statement
from geo.toponym.resolution import Resolution


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One state of the store. `articles` are by id, sorted; `statements` sorted by article, in the order of the text, behind
    them those that only its former versions make.

    `attested` and `standings` are by the id of the statement, for those that have one; `rejected` by article;
    `judgements` are all that was said, in order, `orphaned` those of them whose words are gone. `versions` are the former ones
    of each article, the oldest first. `agreements` are those that the statements name. `origins` gives for each article that is
    a copy, or is copied, the article that stands for all copies of that text: the one that was published first. `said` are
    the judgements by article.
    """

    articles: Mapping[str, Article]
    statements: tuple[Statement, ...]
    attested: Mapping[str, Attestation]
    standings: Mapping[str, Standing]
    rejected: Mapping[str, tuple[Statement, ...]]
    judgements: tuple[Judgement, ...]
    orphaned: tuple[Judgement, ...]
    versions: Mapping[str, tuple[Version, ...]]
    agreements: Mapping[str, Agreement]
    origins: Mapping[str, str]
    said: Mapping[str, tuple[Judgement, ...]]

    def names(self, article: str, read: Sequence[Resolution]) -> tuple[tuple[Resolution, ...], tuple[Judgement, ...]]:
        """The names of an article as its editors read them, and the judgements of names whose words are gone."""
        return judge_names(self.articles[article], read, self._said_of(article), _texts(self.versions.get(article, ())))

    def names_spoken_of(self, article: str) -> frozenset[Span]:
        """Where the names of an article stand that an editor judged."""
        said = said_of_names(self.articles[article], self._said_of(article), _texts(self.versions.get(article, ())))[0]
        return frozenset(said)

    def _said_of(self, article: str) -> tuple[Judgement, ...]:
        return self.said.get(article, ())


def read_evidence(store: StoreReader, known: Iterable[Agreement]) -> Evidence:
    """What the store says; `known` are the agreements of the reference tables, which editors may name."""
    articles = {article.id: article for article in store.articles()}
    read: dict[str, list[Statement]] = defaultdict(list)
    for statement in store.statements():
        read[statement.article].append(statement)
    versions: dict[str, list[Version]] = defaultdict(list)
    for version in store.versions():
        versions[version.article.id].append(version)
    judgements = store.judgements()
    said: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in judgements:
        said[judgement.article].append(judgement)

    statements: list[Statement] = []
    attested: dict[str, Attestation] = {}
    standings: dict[str, Standing] = {}
    rejected: dict[str, tuple[Statement, ...]] = {}
    orphaned: list[Judgement] = [judgement for judgement in in_force(judgements) if judgement.article not in articles]
    for id, article in articles.items():
        told = testify(article, read[id], said.get(id, ()), versions[id])
        statements += told.statements
        attested |= told.attested
        standings |= told.judged.standings
        orphaned += told.judged.orphaned
        if told.judged.rejected:
            rejected[id] = told.judged.rejected
    named = {statement.agreement: undescribed(statement.agreement, statement.type) for statement in statements}
    agreements = named | {agreement.id: agreement for agreement in (*known, *store.agreements()) if agreement.id in named}
    return Evidence(
        articles=articles, statements=tuple(statements), attested=attested, standings=standings, rejected=rejected,
        judgements=judgements, orphaned=tuple(orphaned), agreements=dict(sorted(agreements.items())),
        versions={id: tuple(former) for id, former in versions.items() if former},
        origins=_origins(store, articles), said={id: tuple(judgements) for id, judgements in said.items()},
    )  # fmt: skip


def read_ledger(store: StoreReader, zone: str) -> tuple[LedgerLine, ...]:
    """The ledger of one zone, given by its id, as `fold_zones` of everything gives it; empty where there is no such zone."""
    truce, _, area = zone.rpartition("@")
    told = store.told_of(truce, area)
    read: dict[str, list[Statement]] = defaultdict(list)
    said: dict[str, list[Judgement]] = defaultdict(list)
    versions: dict[str, list[Version]] = defaultdict(list)
    for statement in told.statements:
        read[statement.article].append(statement)
    for judgement in told.judgements:
        said[judgement.article].append(judgement)
    for version in told.versions:
        versions[version.article.id].append(version)
    articles = {article.id: article for article in told.articles}
    claimed: list[Statement] = []
    attested: dict[str, Attestation] = {}
    for id, article in articles.items():
        testimony = testify(article, read[id], said[id], versions[id])
        claimed += testimony.statements
        attested |= testimony.attested
    return next((z.ledger for z in fold_zones(claimed, articles, attested) if z.id == zone), ())


def _origins(store: StoreReader, articles: Mapping[str, Article]) -> Mapping[str, str]:
    def age(id: str) -> tuple[date, str]:
        published = articles[id].published if id in articles else None
        return (published.earliest if published and published.earliest else date.max), id

    groups = copy_groups((copy.article, copy.of) for copy in store.copies())
    return {id: origin for group in groups for origin in [min(group, key=age)] for id in group}


def _texts(versions: Iterable[Version]) -> Mapping[str, str]:
    return {version.article.sha256: version.article.text for version in versions}
